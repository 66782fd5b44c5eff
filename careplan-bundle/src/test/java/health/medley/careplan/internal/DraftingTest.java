package health.medley.careplan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.PatientRef;
import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.CarePlanDrafter;
import health.medley.core.careplan.ChartFact;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanElement;
import health.medley.core.careplan.PlanGoal;
import health.medley.core.careplan.PlanProposal;
import health.medley.core.careplan.PlanQuery;
import health.medley.core.careplan.PlanRequest;
import health.medley.core.careplan.PlanSection;
import health.medley.core.careplan.PlanSentence;
import health.medley.core.careplan.PlanStatus;
import health.medley.record.RecordIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DraftingTest {
    private static final ChartFact PRESSURE = new ChartFact(
            "Condition", "http://snomed.info/sct", "59621000", Optional.of(LocalDate.parse("2015-06-01")));

    private final PlanWorld world = new PlanWorld();

    @Test
    void writesFromTheTemplateOfACondition() {
        CarePlan plan = world.drafted();
        PlanContent draft = plan.draft().orElseThrow();

        assertEquals(PlanStatus.DRAFT, plan.status());
        assertEquals(
                List.of("hypertension@1.0.0", "findings@1.0.0"), plan.drafted().sources());
        PlanGoal systolic = draft.goals().get(0);
        assertEquals("systolic-pressure", systolic.id());
        assertEquals(Optional.of(LocalDate.parse("2025-06-15")), systolic.targetDate());
        assertEquals(List.of(PRESSURE), systolic.facts());
        assertTrue(systolic.source().orElseThrow().contains("2025-08-14"));
        assertTrue(draft.interventions().stream()
                .noneMatch(planned -> planned.responsible().isBlank()));
    }

    @Test
    void listsAConditionWithoutATemplateWithAnEmptyGoal() {
        CarePlan plan = world.drafted();
        PlanContent draft = plan.draft().orElseThrow();

        assertEquals("metabolic syndrome", draft.problems().get(1).name());
        List<PlanGoal> goals = draft.goals().stream()
                .filter(goal -> goal.condition().equals("SNOMED:237602007"))
                .toList();
        assertEquals(1, goals.size());
        assertFalse(goals.get(0).measurable());
        assertEquals("", goals.get(0).text());
        assertTrue(plan.gaps().stream().anyMatch(gap -> gap.element() == PlanElement.TREATMENT_GOALS));
    }

    @Test
    void leavesToPeopleWhatNoChartCanSay() {
        PlanContent draft = world.drafted().draft().orElseThrow();

        assertFalse(draft.sections().containsKey(PlanElement.CAREGIVER_ASSESSMENT));
        assertEquals(Optional.empty(), draft.continuity());
        assertEquals(Optional.empty(), draft.review());
    }

    @Test
    void refusesASecondPlanWhileOneIsOpen() {
        CarePlan first = world.drafted();

        PlanWorld.refused(ErrorCode.KEY_TAKEN, world::drafted);
        world.closed(first, PlanWorld.TODAY);
        CarePlan second = world.drafted();

        assertEquals(
                List.of(first.id(), second.id()),
                world.plans.plans(PlanWorld.MANAGER, PlanQuery.of(world.patient)).stream()
                        .map(CarePlan::id)
                        .toList());
    }

    @Test
    void refusesADrafterThatIsNotThereAndNamesThoseThatAre() {
        String message = PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> draft("oracle"))
                .getMessage();

        assertTrue(message.contains("[templates]"), message);
    }

    @Test
    void refusesAnUnknownPatientAndADayToCome() {
        PatientRef nobody = RecordIds.patient();

        PlanWorld.refused(
                ErrorCode.PATIENT_UNKNOWN,
                () -> world.plans.draft(
                        PlanWorld.MANAGER, new PlanRequest(nobody, "ccm", "templates", Optional.empty())));
        PlanWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.plans.draft(
                        PlanWorld.MANAGER,
                        new PlanRequest(world.patient, "ccm", "templates", Optional.of(PlanWorld.TODAY.plusDays(1)))));
    }

    @Test
    void saysNothingOfWhatBeganAfterTheDay() {
        LocalDate before = LocalDate.parse("2018-02-02");

        CarePlan plan = world.plans.draft(
                PlanWorld.MANAGER, new PlanRequest(world.patient, "ccm", "templates", Optional.of(before)));

        assertEquals(1, plan.draft().orElseThrow().problems().size());
        assertEquals(before, plan.drafted().asOf());
    }

    @Test
    void takesASentenceThatTheChartBearsOut() {
        drafter("other", sentence("Has high blood pressure.", PRESSURE));

        assertEquals("other", draft("other").drafted().drafter());
    }

    @Test
    void refusesASentenceWithoutAFact() {
        drafter("other", sentence("Is a kind person."));

        String message =
                PlanWorld.refused(ErrorCode.DRAFT_UNBOUND, () -> draft("other")).getMessage();
        assertFalse(message.contains("kind person"), message);
        assertEquals(List.of(), world.plans.plans(PlanWorld.MANAGER, PlanQuery.of(world.patient)));
    }

    @Test
    void refusesAFactThatIsNotInTheChart() {
        ChartFact otherDay = new ChartFact(
                "Condition", PRESSURE.system(), PRESSURE.code(), Optional.of(LocalDate.parse("2015-06-02")));
        ChartFact otherCode = new ChartFact("Condition", PRESSURE.system(), "44054006", PRESSURE.date());
        ChartFact otherKind = new ChartFact("Encounter", PRESSURE.system(), PRESSURE.code(), PRESSURE.date());

        for (ChartFact wrong : List.of(otherDay, otherCode, otherKind)) {
            drafter("other", sentence("Has it.", PRESSURE, wrong));
            PlanWorld.refused(ErrorCode.DRAFT_UNBOUND, () -> draft("other"));
        }
    }

    @Test
    void refusesADrafterThatSaysWhatDoesNotApply() {
        drafter("other", PlanSection.notApplicable("no caregiver"));

        PlanWorld.refused(ErrorCode.DRAFT_UNBOUND, () -> draft("other"));
    }

    @Test
    void asksNoDrafterThatIsGone() {
        CarePlanDrafter other = drafter("other", sentence("Has high blood pressure.", PRESSURE));
        world.plans.removeDrafter(other);

        PlanWorld.refused(ErrorCode.ARGUMENT_INVALID, () -> draft("other"));
    }

    @Test
    void readsBackEveryVersionOfAPlan() {
        CarePlan active = world.approved(PlanWorld.TODAY);
        List<CarePlan> history = world.plans.history(PlanWorld.MANAGER, active.id());

        assertEquals(3, history.size());
        assertEquals(active, history.get(2));
        assertEquals(
                List.of(1L, 2L, 3L), history.stream().map(CarePlan::version).toList());
        PlanWorld.refused(ErrorCode.RECORD_ABSENT, () -> world.plans.history(PlanWorld.MANAGER, "none"));
    }

    @Test
    void wantsAReasonForARevision() {
        CarePlan plan = world.completed();

        PlanWorld.refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> world.plans.revise(
                        PlanWorld.MANAGER,
                        plan.id(),
                        plan.version(),
                        plan.draft().orElseThrow(),
                        " "));
    }

    private static PlanSection sentence(String text, ChartFact... facts) {
        return new PlanSection(List.of(new PlanSentence(text, List.of(facts), Optional.empty())), Optional.empty());
    }

    private CarePlanDrafter drafter(String id, PlanSection section) {
        PlanContent content = new PlanContent(
                List.of(),
                List.of(),
                List.of(),
                Map.of(PlanElement.CAREGIVER_ASSESSMENT, section),
                Optional.empty(),
                Optional.empty());
        CarePlanDrafter drafter = (caller, question) -> new PlanProposal(content, List.of());
        world.plans.addDrafter(drafter, Map.of("medley.id", id));
        return drafter;
    }

    private CarePlan draft(String drafter) {
        return world.plans.draft(PlanWorld.MANAGER, new PlanRequest(world.patient, "ccm", drafter, Optional.empty()));
    }
}
