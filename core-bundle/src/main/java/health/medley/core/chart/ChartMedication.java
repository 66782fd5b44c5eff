package health.medley.core.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one order or statement of a medication, as the chart states it.
 *
 * @param id the resource's id in the EHR
 * @param codes every coding of the medication, in the chart's order
 * @param name its name in words; empty if the chart gives none
 * @param status FHIR status, for example {@code active} or {@code stopped}
 * @param authoredOn day it was ordered or stated; empty if unknown
 * @param dosage how it is to be taken, in words, several instructions joined by {@code "; "}; may be empty
 */
public record ChartMedication(
        String id, List<ChartCode> codes, String name, String status, Optional<LocalDate> authoredOn, String dosage) {
    /** Copy the codes. */
    public ChartMedication {
        Objects.requireNonNull(id, "id");
        codes = List.copyOf(codes);
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(authoredOn, "authoredOn");
        Objects.requireNonNull(dosage, "dosage");
    }
}
