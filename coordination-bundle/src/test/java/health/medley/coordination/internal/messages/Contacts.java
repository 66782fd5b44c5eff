package health.medley.coordination.internal.messages;

import static health.medley.coordination.internal.messages.Contacts.FIRST_OF_MANY;
import static health.medley.coordination.internal.messages.Contacts.contact;

import health.medley.core.coordination.Direction;
import health.medley.core.coordination.LoggedContact;
import health.medley.core.time.NewTime;
import health.medley.core.time.TimeRole;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Calls for the tests of messages. */
final class Contacts {

    static final String FIRST_OF_MANY = "2025-03-20T11:00:00-04:00";

    private Contacts() {}

    static LoggedContact contact(Direction direction, boolean needsAnswer, Optional<NewTime> time) {
        return contact(direction, FIRST_OF_MANY, needsAnswer, Optional.empty(), time);
    }

    static LoggedContact contact(
            Direction direction, String at, boolean needsAnswer, Optional<String> replyTo, Optional<NewTime> time) {
        return new LoggedContact(
                "voice",
                direction,
                OffsetDateTime.parse(at),
                "nurse-1",
                "the daughter",
                "feet",
                "They itch.",
                replyTo,
                needsAnswer,
                time);
    }

    static NewTime time(String externalId) {
        return new NewTime(
                Optional.of(externalId),
                OffsetDateTime.parse("2025-03-20T11:00:00-04:00"),
                OffsetDateTime.parse("2025-03-20T11:12:00-04:00"),
                "nurse-1",
                TimeRole.STAFF,
                "call",
                "ccm",
                Optional.empty());
    }
}
