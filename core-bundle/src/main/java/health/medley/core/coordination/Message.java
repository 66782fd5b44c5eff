package health.medley.core.coordination;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold a message or call. Kept as records of kind {@code message}.
 *
 * @param id its id
 * @param version its version
 * @param patient with or about whom
 * @param thread id of the first message of its thread; its own if it is the first
 * @param replyTo id of the message it answers; empty if none
 * @param channel id of the channel
 * @param kind how people talk over the channel
 * @param direction which way
 * @param at when it was sent, came in or took place
 * @param by who of the care team; empty for what nobody took in person
 * @param with whom: an address, the patient, or a caregiver's name
 * @param subject what it is about
 * @param text what was said or written
 * @param state what has become of it
 * @param needsAnswer whether somebody has to answer it
 * @param reference what the channel calls it; empty for none
 * @param readAt when its receiver read it; empty if not, or not known
 * @param readBy who read it or said so; empty if not
 * @param answeredBy id of the message that answered it, or the user who said that it needs none; empty if not
 * @param timeEntry id of the time entry made with it; empty for none
 * @param recordedAt when it was recorded
 */
public record Message(
        String id,
        long version,
        PatientRef patient,
        String thread,
        Optional<String> replyTo,
        String channel,
        ChannelKind kind,
        Direction direction,
        OffsetDateTime at,
        Optional<String> by,
        Optional<String> with,
        String subject,
        String text,
        MessageState state,
        boolean needsAnswer,
        Optional<String> reference,
        Optional<Instant> readAt,
        Optional<String> readBy,
        Optional<String> answeredBy,
        Optional<String> timeEntry,
        Instant recordedAt)
        implements Recorded {
    /** Check that no part is null. */
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(thread, "thread");
        Objects.requireNonNull(replyTo, "replyTo");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(with, "with");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(readAt, "readAt");
        Objects.requireNonNull(readBy, "readBy");
        Objects.requireNonNull(answeredBy, "answeredBy");
        Objects.requireNonNull(timeEntry, "timeEntry");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
