package health.medley.core.prescription;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * State that a patient takes something.
 *
 * @param medication what
 * @param directions how it is taken; may be empty
 * @param since since when; empty if unknown
 */
public record NewMedication(MedicationCode medication, String directions, Optional<LocalDate> since) {
    /** Check that no part is null. */
    public NewMedication {
        Objects.requireNonNull(medication, "medication");
        Objects.requireNonNull(directions, "directions");
        Objects.requireNonNull(since, "since");
    }
}
