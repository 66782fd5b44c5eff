package health.medley.prescription.internal;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.PracticeService;
import health.medley.core.prescription.AdherenceNote;
import health.medley.core.prescription.ConflictDecision;
import health.medley.core.prescription.InteractionChecker;
import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationOrigin;
import health.medley.core.prescription.MedicationReview;
import health.medley.core.prescription.MedicationService;
import health.medley.core.prescription.NewAdherenceNote;
import health.medley.core.prescription.NewMedication;
import health.medley.core.prescription.Prescription;
import health.medley.core.store.RecordStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps medication lists as records of the store, one a patient. */
@Component(service = MedicationService.class)
public final class RecordedMedicationService implements MedicationService {

    private final MedicationRecords records;
    private final ChartRegister charts;
    private final PracticeDays days;
    private final Checkers checkers = new Checkers();

    /** Keep lists in {@code store}. */
    @Activate
    public RecordedMedicationService(
            @Reference RecordStore store, @Reference ChartRegister charts, @Reference PracticeService practices) {
        this(store, charts, practices, Clock.systemUTC());
    }

    RecordedMedicationService(RecordStore store, ChartRegister charts, PracticeService practices, Clock clock) {
        this.records = new MedicationRecords(store, clock);
        this.charts = charts;
        this.days = new PracticeDays(practices, clock);
    }

    /** Ask one more checker from now on; checkers are asked in the order of their ids. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            // this bundle sees its own checkers raw as well
            target = "(medley.port=*)")
    void addChecker(InteractionChecker checker, Map<String, Object> properties) {
        checkers.add(String.valueOf(properties.get(Contract.ID)), checker);
    }

    void removeChecker(InteractionChecker checker) {
        checkers.remove(checker);
    }

    /** The checkers that are asked. */
    Checkers checkers() {
        return checkers;
    }

    @Override
    public MedicationList medications(Caller caller, PatientRef patient) {
        MedicationList list = records.list(caller, patient);
        checkKnown(caller, list);
        return list;
    }

    @Override
    public MedicationReview conflicts(Caller caller, PatientRef patient) {
        PatientChart chart = charts.chart(caller, patient);
        MedicationList list = records.list(caller, patient);
        return review(caller, chart, list).shown(patient);
    }

    @Override
    public MedicationList reconcile(Caller caller, PatientRef patient, long version, List<ConflictDecision> decisions) {
        PatientChart chart = charts.chart(caller, patient);
        MedicationList list = records.list(caller, patient, version);
        LocalDate today = days.today(caller);
        MedicationList settled = new Reconciliation(
                        list, review(caller, chart, list).open(), caller.user(), days.now(), today)
                .settle(decisions);
        boolean nothingOpen = review(caller, chart, settled).open().isEmpty();
        MedicationList next = new MedicationList(
                settled.id(),
                settled.version(),
                settled.patient(),
                settled.medications(),
                settled.settled(),
                settled.notes(),
                nothingOpen ? Optional.of(today) : settled.reconciled());
        return records.save(caller, next, "reconciled");
    }

    @Override
    public MedicationList add(Caller caller, PatientRef patient, long version, NewMedication medication) {
        charts.chart(caller, patient);
        MedicationList list = records.list(caller, patient, version);
        medication.since().ifPresent(day -> days.checkNotToCome(caller, "A medication taken since a day", day));
        String key = medication.medication().key();
        List<ListedMedication> entries = new ArrayList<>(list.medications());
        if (entries.stream()
                .anyMatch(entry -> entry.taken() && entry.medication().key().equals(key))) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Adding to a medication list: the list has this medication; note adherence instead");
        }
        entries.removeIf(entry -> entry.medication().key().equals(key));
        entries.add(new ListedMedication(
                medication.medication(),
                medication.directions(),
                medication.since(),
                Optional.empty(),
                MedicationOrigin.PATIENT,
                Optional.empty()));
        return records.save(caller, with(list, entries, list.notes()), "added");
    }

    @Override
    public MedicationList note(Caller caller, PatientRef patient, long version, NewAdherenceNote note) {
        MedicationList list = records.list(caller, patient, version);
        checkKnown(caller, list);
        days.checkNotToCome(caller, "A note on adherence", note.day());
        if (list.medications().stream()
                .noneMatch(entry -> entry.medication().key().equals(note.medication()))) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Noting adherence: the list does not have the medication; expected the key of one it has");
        }
        List<AdherenceNote> notes = new ArrayList<>(list.notes());
        notes.add(new AdherenceNote(note, caller.user(), days.now()));
        return records.save(caller, with(list, list.medications(), notes), "adherence noted");
    }

    /** A list that was never kept may be nobody's; the chart knows who is there. */
    private void checkKnown(Caller caller, MedicationList list) {
        if (list.version() == 0) {
            charts.chart(caller, list.patient());
        }
    }

    private Review review(Caller caller, PatientChart chart, MedicationList list) {
        List<Prescription> drafts = records.drafts(caller, list.patient());
        return Review.of(caller, chart, list, drafts, checkers.all());
    }

    private static MedicationList with(MedicationList list, List<ListedMedication> entries, List<AdherenceNote> notes) {
        return new MedicationList(
                list.id(), list.version(), list.patient(), entries, list.settled(), notes, list.reconciled());
    }
}
