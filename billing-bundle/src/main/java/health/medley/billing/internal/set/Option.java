package health.medley.billing.internal.set;

import java.util.List;

/**
 * One way in which a member of a month may bill.
 *
 * @param declared whether it bills the family the member's declared track chooses
 * @param cents what it pays
 * @param demands the time it takes
 */
public record Option(boolean declared, long cents, List<Demand> demands) {
    /** Copy the demands. */
    public Option {
        demands = List.copyOf(demands);
    }
}
