package health.medley.core.coordination;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * State a transition of care.
 *
 * @param kind which
 * @param day local day of the discharge, visit or move
 * @param facility where, as people know it
 * @param source how the practice learned of it: a notice of the facility, the patient, the chart
 * @param complexity medical decision making as the practitioner expects it, {@code moderate} or {@code high}; empty if
 *     not stated
 * @param externalId its id where it came from, unique in the practice; empty for none
 * @param note more about it; patient data; empty for none
 */
public record NewTransition(
        TransitionKind kind,
        LocalDate day,
        String facility,
        String source,
        Optional<String> complexity,
        Optional<String> externalId,
        Optional<String> note) {
    /** Check the words. */
    public NewTransition {
        Objects.requireNonNull(kind, "kind");
        CoordinationWords.day(day, "day");
        CoordinationWords.name(facility, "facility");
        CoordinationWords.name(source, "source");
        complexity.ifPresent(given -> CoordinationWords.check(
                given.equals("moderate") || given.equals("high"), "the complexity is neither moderate nor high"));
        CoordinationWords.name(externalId, "externalId");
        CoordinationWords.text(note, "note");
    }
}
