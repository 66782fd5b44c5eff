package health.medley.core.careplan;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold what a plan says.
 *
 * @param problems the problem list
 * @param goals measurable treatment goals
 * @param interventions what is planned, and who is responsible
 * @param sections the elements in words; also where an element is marked not applicable
 * @param continuity the member of the care team with whom the patient can get successive appointments
 * @param review when the plan is reviewed
 */
public record PlanContent(
        List<PlanProblem> problems,
        List<PlanGoal> goals,
        List<PlanIntervention> interventions,
        Map<PlanElement, PlanSection> sections,
        Optional<CareTeamMember> continuity,
        Optional<ReviewSchedule> review) {
    /** Copy the collections; the sections are in the order of the elements. */
    public PlanContent {
        problems = List.copyOf(problems);
        goals = List.copyOf(goals);
        interventions = List.copyOf(interventions);
        Map<PlanElement, PlanSection> ordered = new EnumMap<>(PlanElement.class);
        ordered.putAll(sections);
        sections = Collections.unmodifiableMap(ordered);
        Objects.requireNonNull(continuity, "continuity");
        Objects.requireNonNull(review, "review");
    }
}
