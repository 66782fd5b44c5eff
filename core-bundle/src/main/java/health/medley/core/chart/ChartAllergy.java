package health.medley.core.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one allergy or intolerance, as the chart states it. Those refuted or entered in error are left out.
 *
 * @param id the resource's id in the EHR
 * @param codes every coding of the substance or of the allergy to it, in the chart's order
 * @param name its name in words; empty if the chart gives none
 * @param clinicalStatus {@code active}, {@code inactive} or {@code resolved}; empty if not said
 * @param criticality {@code low}, {@code high} or {@code unable-to-assess}; empty if not said
 * @param recorded day of onset, else of recording; empty if neither is given
 */
public record ChartAllergy(
        String id,
        List<ChartCode> codes,
        String name,
        String clinicalStatus,
        String criticality,
        Optional<LocalDate> recorded) {
    /** Copy the codes. */
    public ChartAllergy {
        Objects.requireNonNull(id, "id");
        codes = List.copyOf(codes);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(clinicalStatus, "clinicalStatus");
        Objects.requireNonNull(criticality, "criticality");
        Objects.requireNonNull(recorded, "recorded");
    }
}
