package health.medley.core.ports;

import java.util.List;

/**
 * Say whether the platform can work.
 *
 * @param ready whether every required port is filled
 * @param routing number of the current routing
 * @param reasons one plain sentence for each required port that is empty, with the next step
 */
public record Readiness(boolean ready, long routing, List<String> reasons) {
    /** Copy the reasons. */
    public Readiness {
        reasons = List.copyOf(reasons);
    }
}
