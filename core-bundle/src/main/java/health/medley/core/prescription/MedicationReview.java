package health.medley.core.prescription;

import health.medley.core.PatientRef;
import java.util.List;
import java.util.Objects;

/**
 * Show the conflicts of one patient's medications.
 *
 * @param patient whose
 * @param listVersion version of the list compared, to settle them by
 * @param open those nobody settled yet
 * @param settled those that still stand and were settled
 * @param coverage what each checker's data covers, in the order of the checkers' ids; empty if no checker is there, and
 *     then nothing was checked
 */
public record MedicationReview(
        PatientRef patient,
        long listVersion,
        List<MedicationConflict> open,
        List<MedicationConflict> settled,
        List<CheckerCoverage> coverage) {
    /** Copy the lists. */
    public MedicationReview {
        Objects.requireNonNull(patient, "patient");
        open = List.copyOf(open);
        settled = List.copyOf(settled);
        coverage = List.copyOf(coverage);
    }
}
