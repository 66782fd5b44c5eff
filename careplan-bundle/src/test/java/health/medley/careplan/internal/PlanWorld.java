package health.medley.careplan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.PlanApproval;
import health.medley.core.careplan.PlanClosing;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanRequest;
import health.medley.core.careplan.PlanStatus;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.Disease;
import health.medley.record.MemoryRecordStore;
import health.medley.record.RecordIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;

/** A practice with one patient who has high blood pressure and a metabolic syndrome, on 15 March 2025 in Boston. */
final class PlanWorld {
    static final String PROGRAM = "ccm";
    static final LocalDate TODAY = LocalDate.parse("2025-03-15");
    static final Caller MANAGER = Caller.of("ann", "north", Role.CARE_MANAGER, "test");
    static final Caller DOCTOR = Caller.of("doc", "north", Role.PRACTITIONER, "test");

    final SettableClock clock = new SettableClock("2025-03-15T16:00:00Z");
    final MemoryRecordStore store = new MemoryRecordStore(clock);
    final FakeCharts charts = new FakeCharts();
    final FakeScreening screening = new FakeScreening();
    final FakeMedications medications = new FakeMedications();
    final RecordedCarePlanService plans =
            new RecordedCarePlanService(store, charts, screening, new FakePractices(), medications, clock);
    final PatientRef patient = RecordIds.patient();

    PlanWorld() {
        plans.addDrafter(new TemplateDrafter(), Map.of("medley.id", "templates"));
        addPatient(patient);
    }

    /** One more patient like the first. */
    void addPatient(PatientRef other) {
        charts.put(
                other,
                new PatientChart(
                        "fhir-" + other,
                        Optional.empty(),
                        Optional.empty(),
                        List.of(condition("59621000", "2015-06-01"), condition("237602007", "2018-02-03")),
                        List.of(),
                        List.of()));
        screening.put(
                other,
                List.of(
                        new Disease(
                                "Hypertension",
                                "primary high blood pressure",
                                List.of("SNOMED:59621000"),
                                Optional.of(LocalDate.parse("2015-06-01"))),
                        new Disease(
                                "SNOMED:237602007",
                                "metabolic syndrome",
                                List.of("SNOMED:237602007"),
                                Optional.of(LocalDate.parse("2018-02-03")))));
    }

    static ChartCondition condition(String code, String began) {
        return new ChartCondition(
                List.of(new ChartCode("http://snomed.info/sct", code)),
                Optional.of(LocalDate.parse(began)),
                Optional.empty(),
                false);
    }

    CarePlan drafted() {
        return plans.draft(MANAGER, new PlanRequest(patient, PROGRAM, "templates", Optional.empty()));
    }

    /** A draft with every gap filled. */
    CarePlan completed() {
        CarePlan draft = drafted();
        PlanContent content = Contents.complete(draft.draft().orElseThrow());
        return plans.revise(MANAGER, draft.id(), draft.version(), content, "completed");
    }

    CarePlan approved(LocalDate day) {
        return approve(completed(), day);
    }

    CarePlan approve(CarePlan plan, LocalDate day) {
        return plans.approve(DOCTOR, plan.id(), plan.version(), new PlanApproval(day, Optional.empty()));
    }

    CarePlan revised(CarePlan plan) {
        PlanContent content = plan.draft().or(plan::content).orElseThrow();
        return plans.revise(MANAGER, plan.id(), plan.version(), content, "a new goal");
    }

    CarePlan closed(CarePlan plan, LocalDate day) {
        return plans.close(MANAGER, plan.id(), plan.version(), new PlanClosing(day, "moved away"));
    }

    /** A plan that stands so. */
    CarePlan standing(PlanStatus status) {
        return switch (status) {
            case DRAFT -> completed();
            case ACTIVE -> approved(TODAY);
            case REVISED -> revised(approved(TODAY));
            case CLOSED -> closed(approved(TODAY), TODAY);
        };
    }

    static MedleyException refused(ErrorCode code, Executable action) {
        MedleyException refusal = assertThrows(MedleyException.class, action);
        assertEquals(code, refusal.code(), refusal.getMessage());
        return refusal;
    }
}
