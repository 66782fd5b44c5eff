package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Say when a plan is reviewed.
 *
 * @param next day of the next review
 * @param everyMonths how often after that, in months, 1 or more
 */
public record ReviewSchedule(LocalDate next, int everyMonths) {
    /** Check the parts. */
    public ReviewSchedule {
        Objects.requireNonNull(next, "next");
        if (everyMonths < 1) {
            throw new IllegalArgumentException("A review every " + everyMonths + " months: expected 1 or more");
        }
    }
}
