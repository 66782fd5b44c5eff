package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.Objects;

/**
 * State how a plan is closed.
 *
 * @param day last day in force
 * @param reason why, in words
 */
public record PlanClosing(LocalDate day, String reason) {
    /** Check that no part is null. */
    public PlanClosing {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(reason, "reason");
    }
}
