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
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Medication lists and prescriptions in the store. */
final class MedicationRecords {
    static final String STATUS = "status";

    private static final int SCHEMA = 1;

    private final RecordStore store;
    private final RecordIds ids;

    MedicationRecords(RecordStore store, Clock clock) {
        this.store = store;
        this.ids = new RecordIds(clock);
    }

    /** How lists and prescriptions are kept; made when the first is: commands that keep nothing need no JSON. */
    private static final class Kinds {
        private static final ObjectMapper MAPPER = RecordJson.mapper();
        static final RecordKind<Prescription> PRESCRIPTION = RecordKind.of(
                        "prescription", SCHEMA, Prescription.class, MAPPER)
                .ofPatient(Prescription::patient)
                .foundBy(prescription -> Map.of(STATUS, prescription.status().name()));
        static final RecordKind<MedicationList> LIST = RecordKind.of(
                        "medication-list", SCHEMA, MedicationList.class, MAPPER)
                .ofPatient(MedicationList::patient);
    }

    String newId() {
        return ids.next();
    }

    /** Prescriptions, to read. */
    Records<Prescription> prescriptions() {
        return new Records<>(store, Kinds.PRESCRIPTION);
    }

    private Records<MedicationList> lists() {
        return new Records<>(store, Kinds.LIST);
    }

    /** A patient's prescriptions that are not signed. */
    List<Prescription> drafts(Caller caller, PatientRef patient) {
        return prescriptions()
                .list(caller, prescriptions().query().patient(patient).where(STATUS, PrescriptionStatus.DRAFT.name()));
    }

    /** A patient's list, whose id is the patient's reference; an empty one of version 0 if none was ever kept. */
    MedicationList list(Caller caller, PatientRef patient) {
        return lists().find(caller, patient.value())
                .orElseGet(() -> new MedicationList(
                        patient.value(), 0, patient, List.of(), List.of(), List.of(), Optional.empty()));
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
        return lists().save(caller, list, reason);
    }

    /** Commit a prescription's next version as the answer to the caller's request, with its list if it changes too. */
    Prescription save(Caller caller, Prescription prescription, Optional<MedicationList> list, String reason) {
        List<RecordDraft> drafts = new ArrayList<>();
        drafts.add(prescriptions().draft(caller, prescription, reason));
        list.ifPresent(changed -> drafts.add(lists().draft(caller, changed, reason)));
        Changes changes = new Changes(drafts, Optional.ofNullable(caller.request()));
        return Kinds.PRESCRIPTION.value(store.commit(caller, changes).records().get(0));
    }
}
