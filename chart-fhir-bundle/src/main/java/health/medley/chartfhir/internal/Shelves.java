package health.medley.chartfhir.internal;

import health.medley.chartfhir.internal.PatientFacts.Visit;
import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartCoverage;
import health.medley.core.chart.ChartMedication;

/** Holds what was read of one patient's resources, by type. */
final class Shelves {

    final Shelf<ChartCondition> conditions = new Shelf<>();
    final Shelf<Visit> visits = new Shelf<>();
    final Shelf<ChartCoverage> coverages = new Shelf<>();
    final Shelf<ChartMedication> medications = new Shelf<>();
    final Shelf<ChartAllergy> allergies = new Shelf<>();

    /** Do here what was done on the other. */
    void apply(Shelves changes) {
        conditions.apply(changes.conditions);
        visits.apply(changes.visits);
        coverages.apply(changes.coverages);
        medications.apply(changes.medications);
        allergies.apply(changes.allergies);
    }

    /** How many resources are here. */
    int size() {
        return conditions.size() + visits.size() + coverages.size() + medications.size() + allergies.size();
    }
}
