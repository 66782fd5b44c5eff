package health.medley.coordination.internal.messages;

import health.medley.core.PatientRef;
import health.medley.core.coordination.ChannelKind;
import health.medley.core.coordination.Direction;
import health.medley.core.coordination.LoggedContact;
import health.medley.core.coordination.Message;
import health.medley.core.coordination.MessageState;
import health.medley.core.coordination.NewMessage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Makes what a message becomes. */
final class MessageDraft {

    private MessageDraft() {}

    static Message waiting(
            String id, PatientRef patient, NewMessage sent, String thread, String by, OffsetDateTime at, Instant now) {
        return new Message(
                id,
                0,
                patient,
                thread,
                sent.replyTo(),
                sent.channel(),
                ChannelKind.WRITTEN,
                Direction.OUTBOUND,
                at,
                Optional.of(by),
                sent.address(),
                sent.subject(),
                sent.text(),
                MessageState.WAITING,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now);
    }

    static Message logged(
            String id,
            PatientRef patient,
            LoggedContact contact,
            ChannelKind kind,
            String thread,
            Optional<String> timeEntry,
            Instant now) {
        return new Message(
                id,
                0,
                patient,
                thread,
                contact.replyTo(),
                contact.channel(),
                kind,
                contact.direction(),
                contact.at(),
                Optional.of(contact.by()),
                Optional.of(contact.with()),
                contact.subject(),
                contact.text(),
                MessageState.DELIVERED,
                contact.needsAnswer(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                timeEntry,
                now);
    }

    static Message delivered(Message message, String reference) {
        return next(
                message,
                MessageState.DELIVERED,
                Optional.of(reference),
                message.readAt(),
                message.readBy(),
                message.answeredBy());
    }

    static Message read(Message message, String by, Instant now) {
        return next(
                message,
                MessageState.READ,
                message.reference(),
                Optional.of(now),
                Optional.of(by),
                message.answeredBy());
    }

    static Message answered(Message message, String by) {
        return next(
                message,
                MessageState.ANSWERED,
                message.reference(),
                message.readAt(),
                message.readBy(),
                Optional.of(by));
    }

    static Message givenUp(Message message, String by) {
        return next(
                message,
                MessageState.GIVEN_UP,
                message.reference(),
                message.readAt(),
                message.readBy(),
                Optional.of(by));
    }

    private static Message next(
            Message message,
            MessageState state,
            Optional<String> reference,
            Optional<Instant> readAt,
            Optional<String> readBy,
            Optional<String> answeredBy) {
        return new Message(
                message.id(),
                message.version(),
                message.patient(),
                message.thread(),
                message.replyTo(),
                message.channel(),
                message.kind(),
                message.direction(),
                message.at(),
                message.by(),
                message.with(),
                message.subject(),
                message.text(),
                state,
                message.needsAnswer(),
                reference,
                readAt,
                readBy,
                answeredBy,
                message.timeEntry(),
                message.recordedAt());
    }
}
