package health.medley.core.prescription;

import java.time.LocalDate;
import java.util.Objects;

/**
 * State how a patient keeps to a medication.
 *
 * @param medication key of the medication ({@link MedicationCode#key})
 * @param adherence how
 * @param day when this was found, today or earlier
 * @param text what was said; may be empty
 */
public record NewAdherenceNote(String medication, Adherence adherence, LocalDate day, String text) {
    /** Check that no part is null. */
    public NewAdherenceNote {
        Objects.requireNonNull(medication, "medication");
        Objects.requireNonNull(adherence, "adherence");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(text, "text");
    }
}
