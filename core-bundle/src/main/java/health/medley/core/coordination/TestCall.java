package health.medley.core.coordination;

import health.medley.core.store.Recorded;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold a test of the round-the-clock access. Kept as records of kind {@code test-call}.
 *
 * @param id its id
 * @param version its version
 * @param at when the call was made
 * @param caller who made it
 * @param phone the number called
 * @param answeredBy who answered; empty if nobody
 * @param waitSeconds seconds until somebody answered, or until the caller gave up
 * @param reachedRecord whether who answered could open the record
 * @param note more about it; empty for none
 * @param recordedAt when it was recorded
 */
public record TestCall(
        String id,
        long version,
        OffsetDateTime at,
        String caller,
        String phone,
        Optional<String> answeredBy,
        int waitSeconds,
        boolean reachedRecord,
        Optional<String> note,
        Instant recordedAt)
        implements Recorded {
    /** Check that no part is null. */
    public TestCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(caller, "caller");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(answeredBy, "answeredBy");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** Whether somebody answered who could open the record. */
    public boolean passed() {
        return answeredBy.isPresent() && reachedRecord;
    }
}
