package health.medley.rest.internal.routes;

import java.util.Objects;

/**
 * Says why something is done.
 *
 * @param reason why, in words
 */
public record ReasonGiven(String reason) {
    /** Check that there is one. */
    public ReasonGiven {
        Objects.requireNonNull(reason, "reason");
    }
}
