package health.medley.core.coordination;

import health.medley.core.Page;
import health.medley.core.PatientRef;
import java.util.Objects;
import java.util.Optional;

/**
 * Ask for tasks.
 *
 * @param patient for whom; empty for everybody
 * @param owner who is to do them; empty for anybody
 * @param state what has become of them; empty for any
 * @param overdueOnly only open ones whose last day has passed
 * @param page which page
 */
public record TaskQuery(
        Optional<PatientRef> patient,
        Optional<String> owner,
        Optional<TaskState> state,
        boolean overdueOnly,
        Page page) {
    /** Check that no part is null. */
    public TaskQuery {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(page, "page");
    }
}
