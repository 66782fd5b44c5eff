package health.medley.core.prescription;

import java.util.List;

/**
 * Ask about medications taken together.
 *
 * @param medications what is taken
 * @param allergies to what the patient is allergic
 */
public record InteractionQuestion(List<MedicationCode> medications, List<MedicationCode> allergies) {
    /** Copy the lists. */
    public InteractionQuestion {
        medications = List.copyOf(medications);
        allergies = List.copyOf(allergies);
    }
}
