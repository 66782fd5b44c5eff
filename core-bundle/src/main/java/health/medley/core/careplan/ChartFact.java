package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Point at one fact of the patient's chart.
 *
 * @param resource the kind of FHIR resource: {@code Condition}, {@code MedicationRequest}, {@code Encounter} or
 *     {@code AllergyIntolerance}
 * @param system URI of the code system
 * @param code the code
 * @param date its date in the chart: onset of a condition, order of a medication; empty if the chart has none
 */
public record ChartFact(String resource, String system, String code, Optional<LocalDate> date) {
    /** Check that no part is null. */
    public ChartFact {
        Objects.requireNonNull(resource, "resource");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(date, "date");
    }
}
