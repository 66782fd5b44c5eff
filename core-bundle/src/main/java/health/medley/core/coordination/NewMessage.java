package health.medley.core.coordination;

import java.util.Objects;
import java.util.Optional;

/**
 * Say what to send to a patient or caregiver.
 *
 * @param channel id of a written channel
 * @param address where to, in the channel's own form; empty where the channel knows
 * @param subject what it is about, one line
 * @param text the text
 * @param replyTo id of the message it answers, which is thereby answered; empty to begin a thread
 */
public record NewMessage(
        String channel, Optional<String> address, String subject, String text, Optional<String> replyTo) {
    /** Check the words. */
    public NewMessage {
        CoordinationWords.name(channel, "channel");
        CoordinationWords.name(address, "address");
        CoordinationWords.name(subject, "subject");
        CoordinationWords.text(text, "text");
        Objects.requireNonNull(replyTo, "replyTo");
    }
}
