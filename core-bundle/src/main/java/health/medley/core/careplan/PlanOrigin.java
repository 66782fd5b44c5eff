package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Say what a plan's first draft was made with.
 *
 * @param drafter id of the drafter
 * @param asOf the day as of which the chart was read
 * @param sources what the drafter wrote from
 */
public record PlanOrigin(String drafter, LocalDate asOf, List<String> sources) {
    /** Copy the sources. */
    public PlanOrigin {
        Objects.requireNonNull(drafter, "drafter");
        Objects.requireNonNull(asOf, "asOf");
        sources = List.copyOf(sources);
    }
}
