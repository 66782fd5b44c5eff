package health.medley.core.careplan;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one element of a plan in words, or why it does not apply.
 *
 * @param sentences the sentences
 * @param notApplicable why the element does not apply to this patient; empty if it does
 */
public record PlanSection(List<PlanSentence> sentences, Optional<String> notApplicable) {
    /** Copy the sentences. */
    public PlanSection {
        sentences = List.copyOf(sentences);
        Objects.requireNonNull(notApplicable, "notApplicable");
    }

    /** An element that does not apply. */
    public static PlanSection notApplicable(String reason) {
        return new PlanSection(List.of(), Optional.of(reason));
    }
}
