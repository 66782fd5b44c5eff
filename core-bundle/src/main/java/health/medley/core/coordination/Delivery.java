package health.medley.core.coordination;

import java.util.Objects;

/**
 * Say that a channel took a message.
 *
 * @param reference what the channel calls it, for whoever looks for it there; no patient data
 */
public record Delivery(String reference) {
    /** Check that it is given. */
    public Delivery {
        Objects.requireNonNull(reference, "reference");
    }
}
