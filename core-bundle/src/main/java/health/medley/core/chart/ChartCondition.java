package health.medley.core.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one entry of the problem list, as the chart states it.
 *
 * @param codes every coding of the condition, in the chart's order
 * @param began day of onset, else of recording, as written (the first ten characters); empty if neither is given
 * @param abated day of abatement as written; empty if it has not
 * @param refuted whether it is marked refuted or entered in error
 */
public record ChartCondition(
        List<ChartCode> codes, Optional<LocalDate> began, Optional<LocalDate> abated, boolean refuted) {
    /** Copy the codes. */
    public ChartCondition {
        codes = List.copyOf(codes);
        Objects.requireNonNull(began, "began");
        Objects.requireNonNull(abated, "abated");
    }
}
