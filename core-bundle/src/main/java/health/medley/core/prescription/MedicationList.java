package health.medley.core.prescription;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold what a patient takes, as people here reconciled it.
 *
 * @param id the list's id: the patient's reference, for a patient has one list
 * @param version the version of the record; 0 if none was ever kept
 * @param patient whose
 * @param medications the entries, in the order in which they were added; stopped ones stay
 * @param settled the decisions on conflicts, in the order in which they were taken
 * @param notes notes on adherence, in the order in which they were taken
 * @param reconciled the last day on which a reconciliation left nothing open; empty if none did
 */
public record MedicationList(
        String id,
        long version,
        PatientRef patient,
        List<ListedMedication> medications,
        List<SettledConflict> settled,
        List<AdherenceNote> notes,
        Optional<LocalDate> reconciled)
        implements Recorded {
    /** Copy the lists. */
    public MedicationList {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        medications = List.copyOf(medications);
        settled = List.copyOf(settled);
        notes = List.copyOf(notes);
        Objects.requireNonNull(reconciled, "reconciled");
    }
}
