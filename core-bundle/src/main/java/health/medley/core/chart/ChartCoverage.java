package health.medley.core.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one cover of the patient.
 *
 * @param status FHIR status of the Coverage, for example {@code active}
 * @param types codings of the kind of cover
 * @param from first day, empty if open
 * @param to last day, empty if open
 */
public record ChartCoverage(String status, List<ChartCode> types, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** Copy the types. */
    public ChartCoverage {
        Objects.requireNonNull(status, "status");
        types = List.copyOf(types);
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
