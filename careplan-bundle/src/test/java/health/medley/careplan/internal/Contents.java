package health.medley.careplan.internal;

import health.medley.core.careplan.CareTeamMember;
import health.medley.core.careplan.GoalBound;
import health.medley.core.careplan.GoalTarget;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanElement;
import health.medley.core.careplan.PlanGoal;
import health.medley.core.careplan.PlanSection;
import health.medley.core.careplan.PlanSentence;
import health.medley.core.careplan.ReviewSchedule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contents of plans. */
final class Contents {

    private Contents() {}

    /** A draft with every gap filled as a person would. */
    static PlanContent complete(PlanContent draft) {
        Map<PlanElement, PlanSection> sections = new EnumMap<>(PlanElement.class);
        sections.putAll(draft.sections());
        for (PlanElement element : PlanElement.values()) {
            switch (element) {
                case PROBLEM_LIST, TREATMENT_GOALS, PLANNED_INTERVENTIONS, REVIEW_SCHEDULE -> {
                    // said by the parts of the content
                }
                case CAREGIVER_ASSESSMENT ->
                    sections.putIfAbsent(element, PlanSection.notApplicable("lives alone, needs no caregiver"));
                default -> sections.putIfAbsent(element, section("said by a person"));
            }
        }
        List<PlanGoal> goals = draft.goals().stream().map(Contents::filled).toList();
        return new PlanContent(
                draft.problems(),
                goals,
                draft.interventions(),
                sections,
                Optional.of(new CareTeamMember("Ann", "care manager", "555-0100")),
                Optional.of(new ReviewSchedule(LocalDate.parse("2025-09-15"), 6)));
    }

    static PlanSection section(String words) {
        return new PlanSection(List.of(new PlanSentence(words, List.of(), Optional.empty())), Optional.empty());
    }

    private static PlanGoal filled(PlanGoal goal) {
        if (goal.measurable()) {
            return goal;
        }
        return new PlanGoal(
                goal.id(),
                goal.condition(),
                "Walk every day.",
                Optional.of(new GoalTarget("walking", GoalBound.AT_LEAST, new BigDecimal("30"), "min/d")),
                Optional.of(LocalDate.parse("2025-09-15")),
                goal.facts(),
                Optional.empty());
    }
}
