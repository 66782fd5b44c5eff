package health.medley.core.billing;

import health.medley.core.ServiceMonth;
import java.util.Objects;

/**
 * Say how far the closing of a month is.
 *
 * @param month the month
 * @param done patients closed
 * @param total patients to close, as estimated when the closing began; never less than {@code done}, and exact when finished
 * @param finished whether the month is closed; if not, call {@code close} again
 * @param totals counts of the determinations made so far
 */
public record MonthProgress(ServiceMonth month, int done, int total, boolean finished, MonthTotals totals) {
    /** Check that no part is null. */
    public MonthProgress {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(totals, "totals");
    }
}
