package health.medley.rest.internal.platform;

import java.util.List;

/**
 * Whether the server can work.
 *
 * @param ready whether it can
 * @param reasons why it cannot, one sentence each; what to look at, even if it can
 */
public record Health(boolean ready, List<String> reasons) {
    /** Copy the reasons. */
    public Health {
        reasons = List.copyOf(reasons);
    }
}
