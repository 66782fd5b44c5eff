package health.medley.core.prescription;

import java.util.List;
import java.util.Objects;

/**
 * Hold one conflict of a patient's medications.
 *
 * @param id what a decision refers to it by: the same conflict keeps its id, a new order in the chart makes a new one
 * @param kind what kind
 * @param severity how grave
 * @param medications which medications
 * @param text what it is, and what to do
 * @param source title and date of the source, or what in the chart it rests on
 * @param choices how it can be settled
 */
public record MedicationConflict(
        String id,
        ConflictKind kind,
        ConflictSeverity severity,
        List<MedicationCode> medications,
        String text,
        String source,
        List<ConflictChoice> choices) {
    /** Copy the lists. */
    public MedicationConflict {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        medications = List.copyOf(medications);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
        choices = List.copyOf(choices);
    }
}
