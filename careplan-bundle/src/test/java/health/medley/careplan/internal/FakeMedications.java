package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.prescription.ConflictDecision;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ConflictSeverity;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationReview;
import health.medley.core.prescription.MedicationService;
import health.medley.core.prescription.NewAdherenceNote;
import health.medley.core.prescription.NewMedication;
import java.util.ArrayList;
import java.util.List;

/** Conflicts that a test puts there. */
final class FakeMedications implements MedicationService {
    private final List<MedicationConflict> open = new ArrayList<>();

    void open(ConflictKind kind) {
        open.add(new MedicationConflict(
                "c" + open.size(),
                kind,
                ConflictSeverity.SEVERE,
                List.of(new MedicationCode("", "", "warfarin")),
                "secret words",
                "test",
                List.of()));
    }

    void settleAll() {
        open.clear();
    }

    @Override
    public MedicationReview conflicts(Caller caller, PatientRef patient) {
        return new MedicationReview(patient, 1, open, List.of(), List.of());
    }

    @Override
    public MedicationList medications(Caller caller, PatientRef patient) {
        throw new UnsupportedOperationException("no test reads lists");
    }

    @Override
    public MedicationList reconcile(Caller caller, PatientRef patient, long version, List<ConflictDecision> decisions) {
        throw new UnsupportedOperationException("no test reconciles");
    }

    @Override
    public MedicationList add(Caller caller, PatientRef patient, long version, NewMedication medication) {
        throw new UnsupportedOperationException("no test adds");
    }

    @Override
    public MedicationList note(Caller caller, PatientRef patient, long version, NewAdherenceNote note) {
        throw new UnsupportedOperationException("no test notes");
    }
}
