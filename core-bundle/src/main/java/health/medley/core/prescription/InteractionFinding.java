package health.medley.core.prescription;

import java.util.List;
import java.util.Objects;

/**
 * Hold one thing a checker found.
 *
 * @param kind duplicate, interaction or allergy
 * @param severity how grave
 * @param medications which of those asked about
 * @param text what may happen and what to do, in our own words
 * @param source title and date of the source
 */
public record InteractionFinding(
        ConflictKind kind, ConflictSeverity severity, List<MedicationCode> medications, String text, String source) {
    /** Copy the medications. */
    public InteractionFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        medications = List.copyOf(medications);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(source, "source");
    }
}
