package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.chartfhir.internal.ChartDocument.Standing;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.StoredRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads charts from their records, and makes the drafts of what a chart says and its records do not. */
final class ChartBodies {

    private static final int SCHEMA = 1;

    private final FactsBody factsBody;
    private final DetailsBody detailsBody;

    ChartBodies(JsonFactory json) {
        factsBody = new FactsBody(json);
        detailsBody = new DetailsBody(json);
    }

    /** Read the facts of a record. */
    FactsBody.Facts facts(StoredRecord stored, BodyPools pools) {
        return facts(stored, pools, new HashMap<>());
    }

    private FactsBody.Facts facts(StoredRecord stored, BodyPools pools, Map<String, String> unknown) {
        try {
            return factsBody.read(readable(stored).body(), pools, unknown);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(stored);
        }
    }

    /** Read the details of a record. */
    DetailsBody.Details details(StoredRecord stored, BodyPools pools) {
        return details(stored, pools, new HashMap<>());
    }

    private DetailsBody.Details details(StoredRecord stored, BodyPools pools, Map<String, String> unknown) {
        try {
            return detailsBody.read(readable(stored).body(), pools, unknown);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw damaged(stored);
        }
    }

    private static StoredRecord readable(StoredRecord stored) {
        if (stored.schema() > SCHEMA) {
            throw new MedleyException(
                    ErrorCode.STORE_INCOMPATIBLE,
                    "Reading a record of kind " + stored.key().kind() + ": its schema version is " + stored.schema()
                            + ", this bundle reads up to " + SCHEMA + "; activate the newer bundle again");
        }
        return stored;
    }

    private static MedleyException damaged(StoredRecord stored) {
        // the cause may quote patient data
        return new MedleyException(
                ErrorCode.STORE_DAMAGED,
                "Reading a record of kind " + stored.key().kind() + ", version " + stored.version()
                        + ": its body is none of this kind; run medley audit verify");
    }

    /** Read a whole chart. */
    KeptChart kept(StoredRecord storedFacts, Optional<StoredRecord> storedDetails, BodyPools pools) {
        Map<String, String> unknown = new HashMap<>();
        FactsBody.Facts facts = facts(storedFacts, pools, unknown);
        PatientRef patient = storedFacts.patient().orElseThrow(() -> damaged(storedFacts));
        ChartDocument chart = ChartDocument.of(patient, facts.fhirId);
        if (facts.known) {
            chart.standing = Standing.KNOWN;
        }
        chart.birth = facts.birth;
        chart.death = facts.death;
        chart.unknownFacts.putAll(unknown);
        DetailsBody.Details details = storedDetails
                .map(record -> details(record, pools, chart.unknownDetails))
                .orElseGet(DetailsBody.Details::new);
        chart.aliases.addAll(details.aliases);
        Shelves shelves = chart.shelves;
        boolean fits = shelves.conditions.fill(details.conditions, facts.conditions)
                && shelves.visits.fill(details.visits, facts.visits)
                && shelves.coverages.fill(details.coverages, facts.coverages);
        if (!fits) {
            throw damaged(storedDetails.orElse(storedFacts));
        }
        details.medications.forEach(shelves.medications::put);
        details.allergies.forEach(shelves.allergies::put);
        return new KeptChart(chart, Optional.of(storedFacts), storedDetails);
    }

    /** The drafts of what a chart says now and its records do not; none if they say the same. */
    List<RecordDraft> drafts(KeptChart kept, String reason) {
        ChartDocument chart = kept.chart();
        List<RecordDraft> drafts = new ArrayList<>(2);
        String facts = factsBody.write(chart);
        if (differs(kept.facts(), facts, ChartIndex.ofFacts(chart))) {
            drafts.add(draft(
                    ChartRecords.FACTS,
                    chart.patient,
                    kept.facts(),
                    facts,
                    ChartIndex.ofFacts(chart),
                    ChartIndex.keys(chart),
                    reason));
        }
        String details = detailsBody.write(chart);
        if (differs(kept.details(), details, ChartIndex.ofDetails(chart))) {
            drafts.add(draft(
                    ChartRecords.DETAILS,
                    chart.patient,
                    kept.details(),
                    details,
                    ChartIndex.ofDetails(chart),
                    Set.of(),
                    reason));
        }
        return drafts;
    }

    private static boolean differs(Optional<StoredRecord> stored, String body, Map<String, String> index) {
        return stored.isEmpty()
                || !stored.get().body().equals(body)
                || !stored.get().index().equals(index);
    }

    private static RecordDraft draft(
            String kind,
            PatientRef patient,
            Optional<StoredRecord> stored,
            String body,
            Map<String, String> index,
            Set<String> keys,
            String reason) {
        return new RecordDraft(
                new RecordKey(kind, patient.value()),
                stored.map(StoredRecord::version).orElse(0L),
                SCHEMA,
                body,
                Optional.of(patient),
                Optional.empty(),
                index,
                keys,
                reason);
    }
}
