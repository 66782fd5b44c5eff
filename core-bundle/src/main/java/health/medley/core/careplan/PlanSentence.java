package health.medley.core.careplan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one sentence of a plan and what it rests on.
 *
 * @param text the sentence
 * @param facts the facts of the chart that bear it out; empty for what a person wrote
 * @param source title and date of the guidance it follows; empty if none
 */
public record PlanSentence(String text, List<ChartFact> facts, Optional<String> source) {
    /** Copy the facts. */
    public PlanSentence {
        Objects.requireNonNull(text, "text");
        facts = List.copyOf(facts);
        Objects.requireNonNull(source, "source");
    }
}
