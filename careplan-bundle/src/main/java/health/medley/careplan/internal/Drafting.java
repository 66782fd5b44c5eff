package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.CarePlanDrafter;
import health.medley.core.careplan.DraftQuestion;
import health.medley.core.careplan.PlanOrigin;
import health.medley.core.careplan.PlanProposal;
import health.medley.core.careplan.PlanRequest;
import health.medley.core.careplan.PlanStatus;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.Disease;
import health.medley.core.eligibility.ScreeningService;
import health.medley.core.store.RecordQuery;
import health.medley.record.RecordIds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Begins plans: asks a drafter, and takes from it only what the chart bears out. */
final class Drafting {
    private final PlanRecords records;
    private final ChartRegister charts;
    private final ScreeningService screening;
    private final PracticeDays days;
    private final RecordIds ids;
    private final Map<String, CarePlanDrafter> drafters = new ConcurrentHashMap<>();

    Drafting(PlanRecords records, ChartRegister charts, ScreeningService screening, PracticeDays days, Clock clock) {
        this.records = records;
        this.charts = charts;
        this.screening = screening;
        this.days = days;
        this.ids = new RecordIds(clock);
    }

    void add(String id, CarePlanDrafter drafter) {
        drafters.put(id, drafter);
    }

    void remove(CarePlanDrafter drafter) {
        drafters.values().remove(drafter);
    }

    CarePlan draft(Caller caller, PlanRequest request) {
        CarePlanDrafter drafter = drafter(request.drafter());
        LocalDate today = days.today(caller);
        LocalDate asOf = request.asOf().orElse(today);
        PracticeDays.checkNotAfter("Drafting a care plan as of a chart", asOf, today);
        checkNoneOpen(caller, request);
        PatientChart chart = charts.chart(caller, request.patient());
        ServiceMonth month = new ServiceMonth(YearMonth.from(asOf));
        List<Disease> diseases = screening
                .screen(caller, request.patient(), request.program(), month)
                .diseases();
        PlanProposal proposal = drafter.propose(caller, new DraftQuestion(request.program(), asOf, chart, diseases));
        checkBound(request.drafter(), proposal, chart);
        CarePlan plan = new CarePlan(
                ids.next(),
                0,
                request.patient(),
                request.program(),
                PlanStatus.DRAFT,
                Optional.of(proposal.content()),
                Optional.empty(),
                new PlanOrigin(request.drafter(), asOf, proposal.sources()),
                Completeness.gaps(proposal.content()),
                List.of(),
                List.of(),
                Optional.empty());
        return records.save(caller, plan, "drafted by " + request.drafter());
    }

    private CarePlanDrafter drafter(String id) {
        CarePlanDrafter drafter = drafters.get(id);
        if (drafter == null) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Drafting a care plan by \"" + id + "\": there is no such drafter; expected one of "
                            + new TreeSet<>(drafters.keySet()));
        }
        return drafter;
    }

    private void checkNoneOpen(Caller caller, PlanRequest request) {
        RecordQuery query =
                records.plans().query().patient(request.patient()).where(PlanRecords.PROGRAM, request.program());
        boolean open =
                records.plans().list(caller, query).stream().anyMatch(plan -> plan.status() != PlanStatus.CLOSED);
        if (open) {
            throw new MedleyException(
                    ErrorCode.KEY_TAKEN,
                    "Drafting a care plan of " + request.program()
                            + ": the patient has one that is not closed; revise it, or close it first");
        }
    }

    private static void checkBound(String drafter, PlanProposal proposal, PatientChart chart) {
        long unbound = new ChartFacts(chart).unbound(proposal.content());
        if (unbound > 0) {
            throw new MedleyException(
                    ErrorCode.DRAFT_UNBOUND,
                    "Drafting a care plan by \"" + drafter + "\": " + unbound
                            + " of its statements rest on no fact of the patient's chart; expected every one to name"
                            + " facts that are there. Use another drafter and tell this one's maker");
        }
    }
}
