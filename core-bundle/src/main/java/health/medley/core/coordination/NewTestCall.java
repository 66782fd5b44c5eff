package health.medley.core.coordination;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * State a test of the round-the-clock access.
 *
 * @param at when the call was made
 * @param caller who made it
 * @param phone the number called
 * @param answeredBy who answered; empty if nobody
 * @param waitSeconds seconds until somebody answered, or until the caller gave up
 * @param reachedRecord whether who answered could open the record
 * @param note more about it; empty for none
 */
public record NewTestCall(
        OffsetDateTime at,
        String caller,
        String phone,
        Optional<String> answeredBy,
        int waitSeconds,
        boolean reachedRecord,
        Optional<String> note) {
    /** Check the words. */
    public NewTestCall {
        CoordinationWords.time(at, "time");
        CoordinationWords.name(caller, "caller");
        CoordinationWords.name(phone, "phone");
        CoordinationWords.name(answeredBy, "answeredBy");
        CoordinationWords.check(waitSeconds >= 0, "the wait is negative; give seconds, 0 or more");
        CoordinationWords.text(note, "note");
    }
}
