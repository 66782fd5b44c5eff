package health.medley.careplan.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.careplan.CareTeamMember;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanElement;
import health.medley.core.careplan.PlanGap;
import health.medley.core.careplan.PlanGoal;
import health.medley.core.careplan.PlanIntervention;
import health.medley.core.careplan.PlanProblem;
import health.medley.core.careplan.PlanSection;
import health.medley.core.careplan.ReviewSchedule;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletenessTest {
    private static final Set<PlanElement> IN_PARTS = EnumSet.of(
            PlanElement.PROBLEM_LIST,
            PlanElement.TREATMENT_GOALS,
            PlanElement.PLANNED_INTERVENTIONS,
            PlanElement.REVIEW_SCHEDULE);

    private final PlanContent complete =
            Contents.complete(new PlanWorld().drafted().draft().orElseThrow());

    @Test
    void findsNothingInACompletePlan() {
        assertEquals(List.of(), Completeness.gaps(complete));
    }

    @Test
    void findsEveryElementMissingInAnEmptyPlan() {
        PlanContent empty =
                new PlanContent(List.of(), List.of(), List.of(), Map.of(), Optional.empty(), Optional.empty());

        Set<PlanElement> missing = EnumSet.noneOf(PlanElement.class);
        Completeness.gaps(empty).forEach(gap -> missing.add(gap.element()));

        // without problems there is no goal to be missed
        assertEquals(EnumSet.complementOf(EnumSet.of(PlanElement.TREATMENT_GOALS)), missing);
    }

    @ParameterizedTest
    @EnumSource(PlanElement.class)
    void missesEachElementThatIsTakenAway(PlanElement element) {
        PlanContent without = without(element);

        assertTrue(elements(without).contains(element), () -> Completeness.gaps(without)
                .toString());
    }

    @ParameterizedTest
    @EnumSource(PlanElement.class)
    void takesAReasonInsteadOfAnElementThatNeedNotApply(PlanElement element) {
        boolean always = element == PlanElement.PROBLEM_LIST
                || element == PlanElement.TREATMENT_GOALS
                || element == PlanElement.REVIEW_SCHEDULE;

        assertEquals(always, elements(marked(element, "does not apply")).contains(element));
        assertTrue(elements(marked(element, "  ")).contains(element));
    }

    @Test
    void wantsAMeasurableGoalForEachProblem() {
        for (int i = 0; i < complete.goals().size(); i++) {
            PlanGoal goal = complete.goals().get(i);
            PlanGoal vague = new PlanGoal(
                    goal.id(),
                    goal.condition(),
                    goal.text(),
                    Optional.empty(),
                    goal.targetDate(),
                    List.of(),
                    Optional.empty());
            PlanGoal endless = new PlanGoal(
                    goal.id(),
                    goal.condition(),
                    goal.text(),
                    goal.target(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());

            assertTrue(elements(withGoal(i, vague)).contains(PlanElement.TREATMENT_GOALS));
            assertTrue(elements(withGoal(i, endless)).contains(PlanElement.TREATMENT_GOALS));
        }
        assertTrue(elements(withGoals(List.of())).contains(PlanElement.TREATMENT_GOALS));
    }

    @Test
    void wantsIdsOfGoalsToBeDifferentAndTheirProblemsToBeThere() {
        PlanGoal first = complete.goals().get(0);
        List<PlanGoal> twice = new ArrayList<>(complete.goals());
        twice.add(first);
        PlanGoal stray = new PlanGoal(
                "stray", "nothing", "text", first.target(), first.targetDate(), List.of(), Optional.empty());

        assertTrue(elements(withGoals(twice)).contains(PlanElement.TREATMENT_GOALS));
        assertTrue(elements(withGoal(0, stray)).contains(PlanElement.TREATMENT_GOALS));
    }

    @Test
    void wantsSomebodyResponsibleForEachIntervention() {
        PlanIntervention nobodys = new PlanIntervention("", "Call.", " ", List.of(), Optional.empty());
        PlanIntervention strays = new PlanIntervention("nothing", "Call.", "Ann", List.of(), Optional.empty());
        PlanIntervention everybodys = new PlanIntervention("", "Call.", "Ann", List.of(), Optional.empty());

        assertTrue(elements(withInterventions(nobodys)).contains(PlanElement.PLANNED_INTERVENTIONS));
        assertTrue(elements(withInterventions(strays)).contains(PlanElement.PLANNED_INTERVENTIONS));
        assertFalse(elements(withInterventions(everybodys)).contains(PlanElement.PLANNED_INTERVENTIONS));
    }

    @Test
    void wantsAMemberOfTheTeam() {
        PlanContent nobody = with(complete.problems(), complete.goals(), complete.interventions(), Optional.empty());
        PlanContent nameless = with(
                complete.problems(),
                complete.goals(),
                complete.interventions(),
                Optional.of(new CareTeamMember(" ", "nurse", "")));

        assertEquals(1, Completeness.gaps(nobody).size());
        assertEquals(1, Completeness.gaps(nameless).size());
    }

    @Test
    void namesNoConditionInWhatItSays() {
        PlanProblem secret = new PlanProblem("Secret", "secret illness", Optional.empty(), List.of());
        PlanContent content = with(List.of(secret, secret), List.of(), List.of(), Optional.empty());

        for (PlanGap gap : Completeness.gaps(content)) {
            assertFalse(gap.problem().toLowerCase(java.util.Locale.ROOT).contains("secret"), gap.problem());
        }
    }

    private PlanContent without(PlanElement element) {
        Map<PlanElement, PlanSection> sections = new EnumMap<>(complete.sections());
        sections.remove(element);
        return new PlanContent(
                element == PlanElement.PROBLEM_LIST ? List.of() : complete.problems(),
                element == PlanElement.TREATMENT_GOALS ? List.of() : complete.goals(),
                element == PlanElement.PLANNED_INTERVENTIONS ? List.of() : complete.interventions(),
                sections,
                complete.continuity(),
                element == PlanElement.REVIEW_SCHEDULE ? Optional.<ReviewSchedule>empty() : complete.review());
    }

    private PlanContent marked(PlanElement element, String reason) {
        PlanContent without = without(element);
        Map<PlanElement, PlanSection> sections = new EnumMap<>(PlanElement.class);
        sections.putAll(without.sections());
        sections.put(element, PlanSection.notApplicable(reason));
        // what the parts say stays said for those that always apply
        PlanContent from = IN_PARTS.contains(element) ? complete : without;
        return new PlanContent(
                from.problems(), from.goals(), from.interventions(), sections, from.continuity(), from.review());
    }

    private PlanContent withGoal(int index, PlanGoal goal) {
        List<PlanGoal> goals = new ArrayList<>(complete.goals());
        goals.set(index, goal);
        return withGoals(goals);
    }

    private PlanContent withGoals(List<PlanGoal> goals) {
        return with(complete.problems(), goals, complete.interventions(), complete.continuity());
    }

    private PlanContent withInterventions(PlanIntervention... planned) {
        return with(complete.problems(), complete.goals(), List.of(planned), complete.continuity());
    }

    private PlanContent with(
            List<PlanProblem> problems,
            List<PlanGoal> goals,
            List<PlanIntervention> interventions,
            Optional<CareTeamMember> continuity) {
        return new PlanContent(problems, goals, interventions, complete.sections(), continuity, complete.review());
    }

    private static List<PlanElement> elements(PlanContent content) {
        return Completeness.gaps(content).stream().map(PlanGap::element).toList();
    }
}
