package health.medley.core.coordination;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold a transition of care with its follow-up. Kept as records of kind {@code transition}.
 *
 * @param id its id
 * @param version its version
 * @param patient whose
 * @param kind which
 * @param day local day of the discharge, visit or move
 * @param facility where
 * @param source how the practice learned of it
 * @param complexity medical decision making, {@code moderate} or {@code high}; empty if not stated
 * @param externalId its id where it came from; empty for none
 * @param note more about it; empty for none
 * @param state what has become of it
 * @param steps the steps of its follow-up with their deadlines
 * @param followUps what was done, in the order it was recorded
 * @param reason why it was closed; empty if it was not
 * @param recordedAt when it was recorded
 */
public record Transition(
        String id,
        long version,
        PatientRef patient,
        TransitionKind kind,
        LocalDate day,
        String facility,
        String source,
        Optional<String> complexity,
        Optional<String> externalId,
        Optional<String> note,
        TransitionState state,
        List<DueStep> steps,
        List<FollowUp> followUps,
        Optional<String> reason,
        Instant recordedAt)
        implements Recorded {
    /** Copy the lists. */
    public Transition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(facility, "facility");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(complexity, "complexity");
        Objects.requireNonNull(externalId, "externalId");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(state, "state");
        steps = List.copyOf(steps);
        followUps = List.copyOf(followUps);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** The first deadline of a step that was not done; empty if none is open. */
    public Optional<LocalDate> due() {
        return state != TransitionState.OPEN
                ? Optional.empty()
                : steps.stream()
                        .filter(step -> step.done().isEmpty())
                        .map(DueStep::due)
                        .min(LocalDate::compareTo);
    }
}
