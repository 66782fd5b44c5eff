package health.medley.prescription.internal;

import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationOrigin;
import health.medley.core.prescription.Prescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a prescription does to its patient's list. */
final class ListEntries {

    private ListEntries() {}

    /** The list with what was signed. */
    static MedicationList signed(MedicationList list, Prescription prescription, LocalDate today) {
        String key = prescription.order().medication().key();
        List<ListedMedication> entries = new ArrayList<>(list.medications());
        Optional<LocalDate> since = entries.stream()
                .filter(entry -> entry.taken() && entry.medication().key().equals(key))
                .findFirst()
                .flatMap(ListedMedication::since)
                .or(() -> Optional.of(today));
        entries.removeIf(entry -> entry.medication().key().equals(key));
        entries.add(new ListedMedication(
                prescription.order().medication(),
                prescription.order().directions(),
                since,
                Optional.empty(),
                MedicationOrigin.PRESCRIPTION,
                Optional.of(prescription.id())));
        return with(list, entries);
    }

    /** The list without what was signed and never dispensed; empty if it does not change. */
    static Optional<MedicationList> withdrawn(MedicationList list, Prescription prescription, LocalDate today) {
        boolean listed = list.medications().stream().anyMatch(entry -> isOf(entry, prescription));
        if (!listed || prescription.dispensed() > 0) {
            return Optional.empty();
        }
        List<ListedMedication> entries = list.medications().stream()
                .map(entry -> isOf(entry, prescription) ? Reconciliation.stopped(entry, today) : entry)
                .toList();
        return Optional.of(with(list, entries));
    }

    private static boolean isOf(ListedMedication entry, Prescription prescription) {
        return entry.taken() && entry.prescription().equals(Optional.of(prescription.id()));
    }

    private static MedicationList with(MedicationList list, List<ListedMedication> entries) {
        return new MedicationList(
                list.id(), list.version(), list.patient(), entries, list.settled(), list.notes(), list.reconciled());
    }
}
