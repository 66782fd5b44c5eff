package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one entry of a plan's problem list.
 *
 * @param condition what goals and interventions refer to it by: the disease's category, or a code with its system
 * @param name what people call it
 * @param since since when; empty if unknown
 * @param facts the facts of the chart it rests on; empty for what a person added
 */
public record PlanProblem(String condition, String name, Optional<LocalDate> since, List<ChartFact> facts) {
    /** Copy the facts. */
    public PlanProblem {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(since, "since");
        facts = List.copyOf(facts);
    }
}
