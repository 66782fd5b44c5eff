package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one treatment goal. It is measurable once it has a target and a day.
 *
 * @param id what readings refer to it by, unique in the plan
 * @param condition the problem it is for
 * @param text the goal in words; empty for one to be filled
 * @param target what is to be reached; empty for one to be filled
 * @param targetDate by when; empty for one to be filled
 * @param facts the facts of the chart it rests on; empty for what a person added
 * @param source title and date of the guidance it follows; empty if none
 */
public record PlanGoal(
        String id,
        String condition,
        String text,
        Optional<GoalTarget> target,
        Optional<LocalDate> targetDate,
        List<ChartFact> facts,
        Optional<String> source) {
    /** Copy the facts. */
    public PlanGoal {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(targetDate, "targetDate");
        facts = List.copyOf(facts);
        Objects.requireNonNull(source, "source");
    }

    /** Whether it names a quantity, a unit and a day. */
    public boolean measurable() {
        return target.isPresent() && targetDate.isPresent();
    }
}
