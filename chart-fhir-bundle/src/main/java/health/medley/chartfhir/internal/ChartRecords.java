package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.chartfhir.internal.ChartDocument.Standing;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import health.medley.record.RecordIds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keeps charts in the store: of each patient one record of facts and one of details. */
final class ChartRecords {

    static final String FACTS = "chart";
    static final String DETAILS = "chartfhir.detail";

    private static final int SCHEMA = 1;
    private static final String BY_FHIR_ID = "fhir";
    private static final String BY_STANDING = "standing";
    private static final String BY_ALIAS = "alias";
    private static final int ALIASES_FOUND = 8;

    private final RecordStore store;
    private final FactsBody factsBody;
    private final DetailsBody detailsBody;

    ChartRecords(RecordStore store, JsonFactory json) {
        this.store = store;
        factsBody = new FactsBody(json);
        detailsBody = new DetailsBody(json);
    }

    /** A chart and the records it was read from; none if it is new. */
    record Kept(ChartDocument chart, Optional<StoredRecord> facts, Optional<StoredRecord> details) {}

    /** The record of facts of a patient by FHIR id; also of one whose Patient has not come. */
    Optional<StoredRecord> find(Caller caller, String fhirId) {
        RecordQuery query = RecordQuery.of(FACTS).where(BY_FHIR_ID, fhirId);
        return store.read(caller, query, new Collecting()).stream().findFirst();
    }

    /** The facts of a patient. */
    Optional<StoredRecord> facts(Caller caller, PatientRef patient) {
        return store.get(caller, new RecordKey(FACTS, patient.value()));
    }

    /** The facts of several patients, in the order of their references. */
    List<StoredRecord> facts(Caller caller, Set<PatientRef> patients) {
        return patients.isEmpty()
                ? List.of()
                : store.read(caller, RecordQuery.of(FACTS).patients(patients), new Collecting());
    }

    /** The patients of the records a query names. */
    List<PatientRef> references(Caller caller, RecordQuery query) {
        List<PatientRef> patients = new ArrayList<>();
        for (StoredRecord record : store.read(caller, query, new Collecting())) {
            record.patient().ifPresent(patients::add);
        }
        return patients;
    }

    /** Every patient whose Patient resource has come, by FHIR id. */
    Map<String, PatientRef> knownByFhirId(Caller caller) {
        return store.read(caller, known(), new RecordReader<Map<String, PatientRef>>() {
            private final Map<String, PatientRef> byFhirId = new HashMap<>();

            @Override
            public boolean take(StoredRecord found) {
                found.patient().ifPresent(patient -> byFhirId.put(found.index().get(BY_FHIR_ID), patient));
                return true;
            }

            @Override
            public Map<String, PatientRef> result() {
                return byFhirId;
            }
        });
    }

    /** A page of the patients whose Patient resource has come. */
    RecordQuery known() {
        return standing(Standing.KNOWN);
    }

    private static RecordQuery standing(Standing standing) {
        return RecordQuery.of(FACTS).where(BY_STANDING, text(standing));
    }

    /** The charts that wait for their Patient. */
    List<StoredRecord> waiting(Caller caller, Standing standing) {
        return store.read(caller, standing(standing), new Collecting());
    }

    /** The FHIR id of the one patient with this identifier or URL; empty if there is none or there are several. */
    Optional<String> byAlias(Caller caller, String alias) {
        Set<PatientRef> found = new TreeSet<>();
        for (int i = 0; i < ALIASES_FOUND; i++) {
            RecordQuery query = RecordQuery.of(DETAILS).where(BY_ALIAS + i, alias);
            store.read(caller, query, new Collecting())
                    .forEach(record -> record.patient().ifPresent(found::add));
        }
        return found.size() == 1
                ? facts(caller, found.iterator().next())
                        .map(record -> record.index().get(BY_FHIR_ID))
                : Optional.empty();
    }

    /** Read the charts of these patients, those that are new too. */
    List<Kept> load(Caller caller, Iterable<String> fhirIds, BodyPools pools) {
        Map<String, Optional<StoredRecord>> facts = new HashMap<>();
        Set<PatientRef> patients = new TreeSet<>();
        for (String fhirId : fhirIds) {
            Optional<StoredRecord> found = find(caller, fhirId);
            facts.put(fhirId, found);
            found.flatMap(StoredRecord::patient).ifPresent(patients::add);
        }
        Map<String, StoredRecord> details = new HashMap<>();
        if (!patients.isEmpty()) {
            store.read(caller, RecordQuery.of(DETAILS).patients(patients), new Collecting())
                    .forEach(record -> details.put(record.id(), record));
        }
        List<Kept> loaded = new ArrayList<>();
        for (String fhirId : fhirIds) {
            Optional<StoredRecord> stored = facts.get(fhirId);
            loaded.add(stored.map(record -> kept(record, Optional.ofNullable(details.get(record.id())), pools))
                    .orElseGet(() -> new Kept(
                            ChartDocument.of(RecordIds.patient(), fhirId), Optional.empty(), Optional.empty())));
        }
        return loaded;
    }

    private Kept kept(StoredRecord stored, Optional<StoredRecord> storedDetails, BodyPools pools) {
        try {
            Map<String, String> unknown = new HashMap<>();
            FactsBody.Facts facts = factsBody.read(stored.body(), pools, unknown);
            PatientRef patient = stored.patient().orElseThrow(() -> new IOException("no patient"));
            ChartDocument chart = ChartDocument.of(patient, facts.fhirId);
            if (facts.known) {
                chart.standing = Standing.KNOWN;
            }
            chart.birth = facts.birth;
            chart.death = facts.death;
            chart.unknownFacts.putAll(unknown);
            if (storedDetails.isPresent()) {
                details(chart, facts, storedDetails.get(), pools);
            }
            return new Kept(chart, Optional.of(stored), storedDetails);
        } catch (IOException | RuntimeException e) {
            throw damaged(stored);
        }
    }

    private void details(ChartDocument chart, FactsBody.Facts facts, StoredRecord stored, BodyPools pools)
            throws IOException {
        DetailsBody.Details details = detailsBody.read(stored.body(), pools, chart.unknownDetails);
        chart.aliases.addAll(details.aliases);
        fill(chart.shelves.conditions, details.conditions, facts.conditions);
        fill(chart.shelves.visits, details.visits, facts.visits);
        fill(chart.shelves.coverages, details.coverages, facts.coverages);
        details.medications.forEach(chart.shelves.medications::put);
        details.allergies.forEach(chart.shelves.allergies::put);
    }

    private static <T> void fill(Shelf<T> shelf, List<String> keys, List<T> items) throws IOException {
        if (keys.size() != items.size()) {
            throw new IOException("Facts and details do not belong together");
        }
        for (int i = 0; i < keys.size(); i++) {
            shelf.put(keys.get(i), items.get(i));
        }
    }

    /** Read the facts of a record. */
    FactsBody.Facts facts(StoredRecord stored, BodyPools pools) {
        try {
            return factsBody.read(stored.body(), pools, new HashMap<>());
        } catch (IOException | RuntimeException e) {
            throw damaged(stored);
        }
    }

    /** Read a patient's details; without medications and allergies if there are none. */
    DetailsBody.Details details(Caller caller, PatientRef patient, BodyPools pools) {
        Optional<StoredRecord> stored = store.get(caller, new RecordKey(DETAILS, patient.value()));
        if (stored.isEmpty()) {
            return new DetailsBody.Details();
        }
        try {
            return detailsBody.read(stored.get().body(), pools, new HashMap<>());
        } catch (IOException | RuntimeException e) {
            throw damaged(stored.get());
        }
    }

    private static MedleyException damaged(StoredRecord stored) {
        // the cause may quote patient data
        return new MedleyException(
                ErrorCode.STORE_DAMAGED,
                "Reading a record of kind " + stored.key().kind() + ", version " + stored.version()
                        + ": its body is none of this kind; run medley audit verify");
    }

    /** The drafts of what a chart says now and its records do not; none if they say the same. */
    List<RecordDraft> drafts(Kept kept, String reason) {
        ChartDocument chart = kept.chart();
        List<RecordDraft> drafts = new ArrayList<>(2);
        String facts = factsBody.write(chart);
        Map<String, String> factsIndex = factsIndex(chart);
        if (differs(kept.facts(), facts, factsIndex)) {
            Set<String> keys = factsIndex.isEmpty() ? Set.of() : Set.of(BY_FHIR_ID + "/" + chart.fhirId);
            drafts.add(draft(FACTS, chart.patient, kept.facts(), facts, factsIndex, keys, reason));
        }
        String details = detailsBody.write(chart);
        Map<String, String> detailsIndex = detailsIndex(chart);
        if (differs(kept.details(), details, detailsIndex)) {
            drafts.add(draft(DETAILS, chart.patient, kept.details(), details, detailsIndex, Set.of(), reason));
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

    private static Map<String, String> factsIndex(ChartDocument chart) {
        return chart.standing == Standing.GIVEN_AWAY
                ? Map.of()
                : Map.of(BY_FHIR_ID, chart.fhirId, BY_STANDING, text(chart.standing));
    }

    private static Map<String, String> detailsIndex(ChartDocument chart) {
        Map<String, String> index = new HashMap<>();
        int number = 0;
        for (String alias : chart.aliases) {
            if (number < ALIASES_FOUND) {
                index.put(BY_ALIAS + number++, alias);
            }
        }
        return index;
    }

    private static String text(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }

    void commit(Caller caller, List<RecordDraft> drafts) {
        store.commit(caller, new Changes(drafts, Optional.empty()));
    }
}
