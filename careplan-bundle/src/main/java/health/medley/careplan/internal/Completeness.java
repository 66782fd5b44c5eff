package health.medley.careplan.internal;

import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanElement;
import health.medley.core.careplan.PlanGap;
import health.medley.core.careplan.PlanGoal;
import health.medley.core.careplan.PlanIntervention;
import health.medley.core.careplan.PlanProblem;
import health.medley.core.careplan.PlanSection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Say what a plan lacks before it may be approved: every element present or not applicable with a reason, a measurable
 * goal for each problem, somebody responsible for each intervention, a member of the team, a review. What it says holds
 * no patient data: problems, goals and interventions are named by their places in the plan, from 1.
 */
final class Completeness {
    /** Elements that apply to everybody in care. */
    private static final Set<PlanElement> ALWAYS =
            EnumSet.of(PlanElement.PROBLEM_LIST, PlanElement.TREATMENT_GOALS, PlanElement.REVIEW_SCHEDULE);

    private final PlanContent content;
    private final List<PlanGap> gaps = new ArrayList<>();

    private Completeness(PlanContent content) {
        this.content = content;
    }

    /** What is missing, in the order of the elements. */
    static List<PlanGap> gaps(PlanContent content) {
        Completeness check = new Completeness(content);
        for (PlanElement element : PlanElement.values()) {
            check.element(element);
        }
        if (content.continuity().filter(member -> !member.name().isBlank()).isEmpty()) {
            check.lacks(
                    PlanElement.OUTSIDE_COORDINATION,
                    "name the member of the care team with whom the patient gets successive appointments (continuity)");
        }
        return List.copyOf(check.gaps);
    }

    private void element(PlanElement element) {
        Optional<String> reason =
                Optional.ofNullable(content.sections().get(element)).flatMap(PlanSection::notApplicable);
        if (reason.isPresent() && ALWAYS.contains(element)) {
            lacks(element, "it applies to every patient and cannot be marked not applicable");
        } else if (reason.isPresent() && reason.get().isBlank()) {
            lacks(element, "it is marked not applicable without a reason");
        } else if (reason.isEmpty()) {
            present(element);
        }
    }

    private void present(PlanElement element) {
        switch (element) {
            case PROBLEM_LIST -> problems();
            case TREATMENT_GOALS -> goals();
            case PLANNED_INTERVENTIONS -> interventions();
            case REVIEW_SCHEDULE -> review();
            default -> section(element);
        }
    }

    private void problems() {
        if (content.problems().isEmpty()) {
            lacks(PlanElement.PROBLEM_LIST, "list at least one problem");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < content.problems().size(); i++) {
            PlanProblem problem = content.problems().get(i);
            if (problem.condition().isBlank() || problem.name().isBlank()) {
                lacks(PlanElement.PROBLEM_LIST, "problem " + (i + 1) + " needs a condition and a name");
            } else if (!seen.add(problem.condition())) {
                lacks(PlanElement.PROBLEM_LIST, "problem " + (i + 1) + " has the condition of one before it");
            }
        }
    }

    private void goals() {
        Set<String> ids = new HashSet<>();
        Set<String> conditions = conditions();
        for (int i = 0; i < content.goals().size(); i++) {
            PlanGoal goal = content.goals().get(i);
            if (goal.id().isBlank() || !ids.add(goal.id())) {
                lacks(PlanElement.TREATMENT_GOALS, "goal " + (i + 1) + " needs an id of its own");
            }
            if (!conditions.contains(goal.condition())) {
                lacks(PlanElement.TREATMENT_GOALS, "goal " + (i + 1) + " is for no problem of the plan");
            } else if (!goal.measurable() || goal.text().isBlank()) {
                lacks(
                        PlanElement.TREATMENT_GOALS,
                        "goal " + (i + 1) + " needs words, a quantity with its unit, and a target date");
            }
        }
        Set<String> measured = content.goals().stream()
                .filter(PlanGoal::measurable)
                .map(PlanGoal::condition)
                .collect(Collectors.toSet());
        for (int i = 0; i < content.problems().size(); i++) {
            if (!measured.contains(content.problems().get(i).condition())) {
                lacks(PlanElement.TREATMENT_GOALS, "problem " + (i + 1) + " has no measurable goal");
            }
        }
    }

    private void interventions() {
        if (content.interventions().isEmpty()) {
            lacks(PlanElement.PLANNED_INTERVENTIONS, "plan at least one intervention, or say why none is needed");
        }
        Set<String> conditions = conditions();
        for (int i = 0; i < content.interventions().size(); i++) {
            PlanIntervention planned = content.interventions().get(i);
            if (planned.text().isBlank() || planned.responsible().isBlank()) {
                lacks(
                        PlanElement.PLANNED_INTERVENTIONS,
                        "intervention " + (i + 1) + " needs words and somebody responsible");
            }
            if (!planned.condition().isEmpty() && !conditions.contains(planned.condition())) {
                lacks(PlanElement.PLANNED_INTERVENTIONS, "intervention " + (i + 1) + " is for no problem of the plan");
            }
        }
    }

    private void review() {
        if (content.review().isEmpty()) {
            lacks(PlanElement.REVIEW_SCHEDULE, "say when the plan is reviewed next, and how often after that");
        }
    }

    private void section(PlanElement element) {
        PlanSection section = content.sections().get(element);
        if (section == null
                || section.sentences().stream()
                        .allMatch(sentence -> sentence.text().isBlank())) {
            lacks(element, "say something, or mark it not applicable with a reason");
        }
    }

    private Set<String> conditions() {
        return content.problems().stream().map(PlanProblem::condition).collect(Collectors.toSet());
    }

    private void lacks(PlanElement element, String problem) {
        gaps.add(new PlanGap(element, problem));
    }
}
