package health.medley.prescription.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionStatus;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordStore;
import health.medley.record.Lazy;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Medication lists and prescriptions in the store. */
final class MedicationRecords {
    static final String STATUS = "status";

    private static final int SCHEMA = 1;

    private final RecordStore store;
    private final RecordIds ids;
    private final Lazy<Kinds> kinds = new Lazy<>(Kinds::make);

    MedicationRecords(RecordStore store, Clock clock) {
        this.store = store;
        this.ids = new RecordIds(clock);
    }

    /** How lists and prescriptions are kept. */
    private record Kinds(RecordKind<Prescription> prescription, RecordKind<MedicationList> list) {
        static Kinds make() {
            ObjectMapper mapper = RecordJson.mapper();
            return new Kinds(
                    RecordKind.of("prescription", SCHEMA, Prescription.class, mapper)
                            .ofPatient(Prescription::patient)
                            .foundBy(prescription ->
                                    Map.of(STATUS, prescription.status().name())),
                    RecordKind.of("medication-list", SCHEMA, MedicationList.class, mapper)
                            .ofPatient(MedicationList::patient)
                            .unique(list -> Set.of("patient/" + list.patient())));
        }
    }

    String newId() {
        return ids.next();
    }

    /** Prescriptions, to read. */
    Records<Prescription> prescriptions() {
        return new Records<>(store, kinds.get().prescription());
    }

    private Records<MedicationList> lists() {
        return new Records<>(store, kinds.get().list());
    }

    /** A patient's prescriptions that are not signed. */
    List<Prescription> drafts(Caller caller, PatientRef patient) {
        return prescriptions()
                .list(caller, prescriptions().query().patient(patient).where(STATUS, PrescriptionStatus.DRAFT.name()));
    }

    /** A patient's list; an empty one of version 0 if none was ever kept. */
    MedicationList list(Caller caller, PatientRef patient) {
        List<MedicationList> found = lists().list(caller, lists().query().patient(patient));
        return found.isEmpty()
                ? new MedicationList("", 0, patient, List.of(), List.of(), List.of(), Optional.empty())
                : found.get(0);
    }

    /**
     * A patient's list as the caller saw it.
     *
     * @throws MedleyException {@code RECORD_CHANGED} if it has another version
     */
    MedicationList list(Caller caller, PatientRef patient, long version) {
        MedicationList list = list(caller, patient);
        if (list.version() != version) {
            throw new MedleyException(
                    ErrorCode.RECORD_CHANGED,
                    "Changing version " + version + " of a medication list: it has version " + list.version()
                            + "; read it again and decide anew");
        }
        return list;
    }

    /** Commit a list's next version as the answer to the caller's request. */
    MedicationList save(Caller caller, MedicationList list, String reason) {
        return lists().save(caller, withId(list), reason);
    }

    /** Commit a prescription's next version as the answer to the caller's request, with its list if it changes too. */
    Prescription save(Caller caller, Prescription prescription, Optional<MedicationList> list, String reason) {
        List<RecordDraft> drafts = new ArrayList<>();
        drafts.add(prescriptions().draft(caller, prescription, reason));
        list.ifPresent(changed -> drafts.add(lists().draft(caller, withId(changed), reason)));
        Changes changes = new Changes(drafts, Optional.ofNullable(caller.request()));
        return kinds.get()
                .prescription()
                .value(store.commit(caller, changes).records().get(0));
    }

    private MedicationList withId(MedicationList list) {
        return list.id().isEmpty()
                ? new MedicationList(
                        newId(),
                        list.version(),
                        list.patient(),
                        list.medications(),
                        list.settled(),
                        list.notes(),
                        list.reconciled())
                : list;
    }
}
