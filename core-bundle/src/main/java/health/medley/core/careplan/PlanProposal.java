package health.medley.core.careplan;

import java.util.List;
import java.util.Objects;

/**
 * Hold what a drafter proposes.
 *
 * @param content the content, with gaps where the drafter knows nothing
 * @param sources what it was written from, for example the templates used with their versions
 */
public record PlanProposal(PlanContent content, List<String> sources) {
    /** Copy the sources. */
    public PlanProposal {
        Objects.requireNonNull(content, "content");
        sources = List.copyOf(sources);
    }
}
