package health.medley.core.time;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold a timer. Kept as records of kind {@code timer}.
 *
 * @param id its id
 * @param version its version
 * @param patient for whom the work is
 * @param start when it began, in the practice's zone
 * @param lastSign when the person last said that they work
 * @param performer who works
 * @param role in which role
 * @param kind what is done
 * @param program the program the time is given for
 * @param state what has become of it
 * @param entry id of the entry it became; empty for none
 */
public record Timer(
        String id,
        long version,
        PatientRef patient,
        OffsetDateTime start,
        Instant lastSign,
        String performer,
        TimeRole role,
        String kind,
        String program,
        TimerState state,
        Optional<String> entry)
        implements Recorded {
    /** Check that no part is null. */
    public Timer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(lastSign, "lastSign");
        Objects.requireNonNull(performer, "performer");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(entry, "entry");
    }
}
