package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.PatientRef;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.CarePlanDrafter;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.careplan.NewPlanNote;
import health.medley.core.careplan.PlanApproval;
import health.medley.core.careplan.PlanClosing;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanCopy;
import health.medley.core.careplan.PlanQuery;
import health.medley.core.careplan.PlanReader;
import health.medley.core.careplan.PlanRequest;
import health.medley.core.chart.ChartRegister;
import health.medley.core.eligibility.ScreeningService;
import health.medley.core.practice.PracticeService;
import health.medley.core.prescription.MedicationService;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.record.Records;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps care plans as records of the store: one for each patient and program, its editions inside. */
@Component(service = CarePlanService.class)
public final class RecordedCarePlanService implements CarePlanService {

    private final PlanRecords records;
    private final Drafting drafting;
    private final PlanChanges changes;

    /** Keep plans in {@code store}. */
    @Activate
    public RecordedCarePlanService(
            @Reference RecordStore store,
            @Reference ChartRegister charts,
            @Reference ScreeningService screening,
            @Reference PracticeService practices,
            @Reference MedicationService medications) {
        this(store, charts, screening, practices, medications, Clock.systemUTC());
    }

    RecordedCarePlanService(
            RecordStore store,
            ChartRegister charts,
            ScreeningService screening,
            PracticeService practices,
            MedicationService medications,
            Clock clock) {
        PracticeDays days = new PracticeDays(practices, clock);
        this.records = new PlanRecords(store);
        this.drafting = new Drafting(records, charts, screening, days, clock);
        this.changes = new PlanChanges(records, medications, days, clock);
    }

    /** Offer one more drafter from now on. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            // this bundle sees its own drafter raw as well
            target = "(medley.port=*)")
    void addDrafter(CarePlanDrafter drafter, Map<String, Object> properties) {
        drafting.add(String.valueOf(properties.get(Contract.ID)), drafter);
    }

    void removeDrafter(CarePlanDrafter drafter) {
        drafting.remove(drafter);
    }

    @Override
    public CarePlan draft(Caller caller, PlanRequest request) {
        return drafting.draft(caller, request);
    }

    @Override
    public CarePlan revise(Caller caller, String id, long version, PlanContent content, String reason) {
        return changes.revise(caller, id, version, content, reason);
    }

    @Override
    public CarePlan approve(Caller caller, String id, long version, PlanApproval approval) {
        return changes.approve(caller, id, version, approval);
    }

    @Override
    public CarePlan giveCopy(Caller caller, String id, long version, PlanCopy copy) {
        return changes.giveCopy(caller, id, version, copy);
    }

    @Override
    public CarePlan note(Caller caller, String id, long version, NewPlanNote note) {
        return changes.note(caller, id, version, note);
    }

    @Override
    public CarePlan close(Caller caller, String id, long version, PlanClosing closing) {
        return changes.close(caller, id, version, closing);
    }

    @Override
    public List<CarePlan> plans(Caller caller, PlanQuery query) {
        Records<CarePlan> plans = records.plans();
        RecordQuery named = plans.query();
        if (query.patient().isPresent()) {
            named = named.patient(query.patient().get());
        }
        if (query.reviewDueBy().isPresent()) {
            String after = query.reviewDueBy().get().plusDays(1).toString();
            named = named.between(PlanRecords.REVIEW, "", after);
        }
        return plans.list(caller, named.page(query.page().after(), query.page().limit()));
    }

    @Override
    public List<CarePlan> history(Caller caller, String id) {
        // one look-up more, for the error
        records.plans().get(caller, id);
        return records.plans().history(caller, id);
    }

    @Override
    public <R> R inForce(Caller caller, Set<PatientRef> patients, LocalDate day, PlanReader<R> reader) {
        return PlansInForce.read(caller, records.standings(), patients, day, reader);
    }
}
