package health.medley.core.coordination;

import health.medley.core.time.NewTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * State a call that took place, or a message that came in or went out elsewhere.
 *
 * @param channel id of a channel
 * @param direction which way
 * @param at when
 * @param by who of the care team
 * @param with whom: the patient, or a caregiver's name; patient data
 * @param subject what it was about, one line
 * @param text what was said or written
 * @param replyTo id of the message it answers, which is thereby answered; empty to begin a thread
 * @param needsAnswer whether somebody has to answer it
 * @param time the time to enter for it, in the same commit; empty for none
 */
public record LoggedContact(
        String channel,
        Direction direction,
        OffsetDateTime at,
        String by,
        String with,
        String subject,
        String text,
        Optional<String> replyTo,
        boolean needsAnswer,
        Optional<NewTime> time) {
    /** Check the words. */
    public LoggedContact {
        Objects.requireNonNull(direction, "direction");
        CoordinationWords.time(at, "time");
        CoordinationWords.name(channel, "channel");
        CoordinationWords.name(by, "by");
        CoordinationWords.name(with, "with");
        CoordinationWords.name(subject, "subject");
        CoordinationWords.text(text, "text");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(time, "time");
    }
}
