package health.medley.core.coordination;

import java.util.Objects;
import java.util.Optional;

/**
 * Hold what a channel is to deliver. Everything but the id is patient data.
 *
 * @param id the message's id, the same when it is tried again
 * @param address where to, in the channel's own form; empty where the channel knows
 * @param subject what it is about; a channel whose subject lines others can read does not show it there
 * @param text the text
 * @param replyTo id of the message it answers; empty if none
 */
public record OutgoingMessage(
        String id, Optional<String> address, String subject, String text, Optional<String> replyTo) {
    /** Check that no part is null. */
    public OutgoingMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(replyTo, "replyTo");
    }

    /** Names the message only. */
    @Override
    public String toString() {
        return "OutgoingMessage " + id;
    }
}
