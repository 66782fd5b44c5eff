package health.medley.core.careplan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one planned intervention.
 *
 * @param condition the problem it is for; empty for the patient as a whole
 * @param text what is done, how often
 * @param responsible who is responsible for it: a person, or a role of the care team; empty for one to be filled
 * @param facts the facts of the chart it rests on; empty for what a person added
 * @param source title and date of the guidance it follows; empty if none
 */
public record PlanIntervention(
        String condition, String text, String responsible, List<ChartFact> facts, Optional<String> source) {
    /** Copy the facts. */
    public PlanIntervention {
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(responsible, "responsible");
        facts = List.copyOf(facts);
        Objects.requireNonNull(source, "source");
    }
}
