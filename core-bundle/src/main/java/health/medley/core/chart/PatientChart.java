package health.medley.core.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold what care and billing need of one patient's chart.
 *
 * @param patient the patient's id in the EHR (the FHIR id); patient data, never logged
 * @param birthDate day of birth, empty if unknown
 * @param deathDate day of death as the chart states it, empty if alive or unknown
 * @param conditions the problem list, in the chart's order
 * @param encounters encounters, in the chart's order
 * @param coverages cover, in the chart's order
 * @param medications orders and statements of medication, in the chart's order; a source that serves billing only may
 *     leave them out
 * @param allergies allergies and intolerances, in the chart's order; left out likewise
 */
public record PatientChart(
        String patient,
        Optional<LocalDate> birthDate,
        Optional<LocalDate> deathDate,
        List<ChartCondition> conditions,
        List<ChartEncounter> encounters,
        List<ChartCoverage> coverages,
        List<ChartMedication> medications,
        List<ChartAllergy> allergies) {
    /** Copy the lists. */
    public PatientChart {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(birthDate, "birthDate");
        Objects.requireNonNull(deathDate, "deathDate");
        conditions = List.copyOf(conditions);
        encounters = List.copyOf(encounters);
        coverages = List.copyOf(coverages);
        medications = List.copyOf(medications);
        allergies = List.copyOf(allergies);
    }

    /** Hold a chart of which neither medications nor allergies are read. */
    public PatientChart(
            String patient,
            Optional<LocalDate> birthDate,
            Optional<LocalDate> deathDate,
            List<ChartCondition> conditions,
            List<ChartEncounter> encounters,
            List<ChartCoverage> coverages) {
        this(patient, birthDate, deathDate, conditions, encounters, coverages, List.of(), List.of());
    }
}
