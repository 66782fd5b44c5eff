package health.medley.core.prescription;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one entry of a medication list.
 *
 * @param medication what
 * @param directions how it is taken; may be empty
 * @param since since when; empty if unknown
 * @param stopped the day from which it is no longer taken; empty if it is
 * @param origin where the entry comes from
 * @param prescription id of the prescription it comes from; empty if from none
 */
public record ListedMedication(
        MedicationCode medication,
        String directions,
        Optional<LocalDate> since,
        Optional<LocalDate> stopped,
        MedicationOrigin origin,
        Optional<String> prescription) {
    /** Check that no part is null. */
    public ListedMedication {
        Objects.requireNonNull(medication, "medication");
        Objects.requireNonNull(directions, "directions");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(stopped, "stopped");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(prescription, "prescription");
    }

    /** Whether it is taken. */
    public boolean taken() {
        return stopped.isEmpty();
    }
}
