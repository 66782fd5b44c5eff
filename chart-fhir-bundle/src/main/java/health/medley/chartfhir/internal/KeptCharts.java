package health.medley.chartfhir.internal;

import health.medley.chartfhir.internal.PatientFacts.Visit;
import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.chart.PatientChart;
import health.medley.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Makes charts of the records kept. */
final class KeptCharts {

    private final ChartRecords records;
    private final PractitionerRecords practitioners;

    KeptCharts(ChartRecords records, PractitionerRecords practitioners) {
        this.records = records;
        this.practitioners = practitioners;
    }

    /** Hand over the charts of these patients, without what only care needs. */
    void each(Caller caller, Set<PatientRef> patients, BiConsumer<PatientRef, PatientChart> taker) {
        BodyPools pools = new BodyPools();
        Performers performers = performers(caller);
        for (StoredRecord record : records.facts(caller, patients)) {
            FactsBody.Facts facts = records.bodies().facts(record, pools);
            if (facts.known) {
                taker.accept(record.patient().orElseThrow(), chart(facts, new DetailsBody.Details(), performers));
            }
        }
    }

    private Performers performers(Caller caller) {
        return new Performers(references -> practitioners.npis(caller, references));
    }

    /** The whole chart of a patient. */
    Optional<PatientChart> whole(Caller caller, PatientRef patient) {
        BodyPools pools = new BodyPools();
        return records.facts(caller, patient)
                .map(record -> records.bodies().facts(record, pools))
                .filter(facts -> facts.known)
                .map(facts -> chart(facts, details(caller, patient, pools), performers(caller)));
    }

    private DetailsBody.Details details(Caller caller, PatientRef patient, BodyPools pools) {
        return records.details(caller, patient)
                .map(record -> records.bodies().details(record, pools))
                .orElseGet(DetailsBody.Details::new);
    }

    private static PatientChart chart(FactsBody.Facts facts, DetailsBody.Details details, Performers performers) {
        List<ChartEncounter> encounters = new ArrayList<>(facts.visits.size());
        for (Visit visit : facts.visits) {
            encounters.add(new ChartEncounter(visit.day(), performers.npis(visit.performers())));
        }
        return new PatientChart(
                facts.fhirId,
                facts.birth,
                facts.death,
                facts.conditions,
                encounters,
                facts.coverages,
                List.copyOf(details.medications.values()),
                List.copyOf(details.allergies.values()));
    }
}
