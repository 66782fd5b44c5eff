package health.medley.core.billing;

import health.medley.core.ServiceMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * List what late facts would change in a closed month, for a page of its patients.
 *
 * @param month the month
 * @param looked how many patients were looked at
 * @param changes what would be another today, in the order of patient, then program
 * @param next where the next page begins; empty if all patients were looked at
 */
public record LateMonth(ServiceMonth month, int looked, List<LateChange> changes, Optional<String> next) {
    /** Copy the changes. */
    public LateMonth {
        Objects.requireNonNull(month, "month");
        changes = List.copyOf(changes);
        Objects.requireNonNull(next, "next");
    }
}
