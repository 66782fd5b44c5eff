package health.medley.core.coordination;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold a task. Kept as records of kind {@code task}.
 *
 * @param id its id
 * @param version its version
 * @param patient for whom
 * @param title what is to be done
 * @param owner who is to do it
 * @param due last local day on which it is in time
 * @param about what it is about; empty for none
 * @param note more about it; empty for none
 * @param state what has become of it
 * @param outcome what came of it, or why it was given up; empty while it is open
 * @param recordedAt when it was recorded
 */
public record Task(
        String id,
        long version,
        PatientRef patient,
        String title,
        String owner,
        LocalDate due,
        Optional<String> about,
        Optional<String> note,
        TaskState state,
        Optional<String> outcome,
        Instant recordedAt)
        implements Recorded {
    /** Check that no part is null. */
    public Task {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
