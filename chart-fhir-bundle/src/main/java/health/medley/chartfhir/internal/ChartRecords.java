package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.chartfhir.internal.ChartDocument.Standing;
import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import health.medley.record.RecordIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds charts in the store and commits them: of each patient one record of facts and one of details. */
final class ChartRecords {

    static final String FACTS = "chart";
    static final String DETAILS = "chartfhir.detail";

    private final RecordStore store;
    private final ChartBodies bodies;

    ChartRecords(RecordStore store, JsonFactory json) {
        this.store = store;
        bodies = new ChartBodies(json);
    }

    ChartBodies bodies() {
        return bodies;
    }

    /** The record of facts of a patient by FHIR id; also of one whose Patient has not come. */
    Optional<StoredRecord> find(Caller caller, String fhirId) {
        return ChartIndex.holds(fhirId)
                ? list(caller, RecordQuery.of(FACTS).where(ChartIndex.FHIR_ID, fhirId)).stream()
                        .findFirst()
                : Optional.empty();
    }

    private List<StoredRecord> list(Caller caller, RecordQuery query) {
        return store.read(caller, query, Collecting.records());
    }

    /** The facts of a patient. */
    Optional<StoredRecord> facts(Caller caller, PatientRef patient) {
        return store.get(caller, new RecordKey(FACTS, patient.value()));
    }

    /** The details of a patient. */
    Optional<StoredRecord> details(Caller caller, PatientRef patient) {
        return store.get(caller, new RecordKey(DETAILS, patient.value()));
    }

    /** The facts of several patients, in the order of their references. */
    List<StoredRecord> facts(Caller caller, Set<PatientRef> patients) {
        return patients.isEmpty()
                ? List.of()
                : list(caller, RecordQuery.of(FACTS).patients(patients));
    }

    /** A page of the patients whose Patient resource has come. */
    List<PatientRef> known(Caller caller, Optional<String> after, int limit) {
        return store.read(
                caller, of(Standing.KNOWN).page(after, limit), new Collecting<>(record -> new PatientRef(record.id())));
    }

    private static RecordQuery of(Standing standing) {
        return RecordQuery.of(FACTS).where(ChartIndex.STANDING, ChartIndex.text(standing));
    }

    /** Every patient whose Patient resource has come, by FHIR id. */
    Map<String, PatientRef> knownByFhirId(Caller caller) {
        Map<String, PatientRef> byFhirId = new HashMap<>();
        Collecting<Map.Entry<String, PatientRef>> each = new Collecting<>(
                record -> Map.entry(record.index().getOrDefault(ChartIndex.FHIR_ID, ""), new PatientRef(record.id())));
        store.read(caller, of(Standing.KNOWN), each).forEach(one -> byFhirId.put(one.getKey(), one.getValue()));
        return byFhirId;
    }

    /** The names of the charts that wait for their Patient: FHIR ids or references. */
    List<String> waiting(Caller caller, Standing standing) {
        return store.read(
                caller, of(standing), new Collecting<>(record -> record.index().get(ChartIndex.FHIR_ID)));
    }

    /** How many resources wait for their Patient. */
    long resourcesWaiting(Caller caller) {
        return Stream.of(Standing.UNKNOWN, Standing.UNRESOLVED)
                .flatMap(standing -> store.read(caller, of(standing), new Collecting<>(ChartIndex::resources)).stream())
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The FHIR id of the one patient with this identifier or URL; empty if there is none or there are several. */
    Optional<String> byAlias(Caller caller, String alias) {
        Set<PatientRef> found = new TreeSet<>();
        for (int i = 0; i < ChartIndex.ALIASES && ChartIndex.holds(alias); i++) {
            list(caller, RecordQuery.of(DETAILS).where(ChartIndex.alias(i), alias))
                    .forEach(record -> record.patient().ifPresent(found::add));
        }
        return found.size() == 1
                ? facts(caller, found.iterator().next())
                        .map(record -> record.index().get(ChartIndex.FHIR_ID))
                : Optional.empty();
    }

    /** Read the charts of these patients, those that are new too, in the order asked. */
    List<KeptChart> load(Caller caller, Iterable<String> fhirIds, BodyPools pools) {
        Map<String, StoredRecord> facts = new HashMap<>();
        Set<PatientRef> patients = new TreeSet<>();
        for (String fhirId : fhirIds) {
            find(caller, fhirId).ifPresent(record -> {
                facts.put(fhirId, record);
                record.patient().ifPresent(patients::add);
            });
        }
        Map<String, StoredRecord> details = new HashMap<>();
        if (!patients.isEmpty()) {
            list(caller, RecordQuery.of(DETAILS).patients(patients))
                    .forEach(record -> details.put(record.id(), record));
        }
        List<KeptChart> loaded = new ArrayList<>();
        for (String fhirId : fhirIds) {
            StoredRecord stored = facts.get(fhirId);
            loaded.add(
                    stored == null
                            ? made(fhirId)
                            : bodies.kept(stored, Optional.ofNullable(details.get(stored.id())), pools));
        }
        return loaded;
    }

    private static KeptChart made(String fhirId) {
        return new KeptChart(ChartDocument.of(RecordIds.patient(), fhirId), Optional.empty(), Optional.empty());
    }

    /** Commit together. */
    void commit(Caller caller, List<RecordDraft> drafts) {
        store.commit(caller, new Changes(drafts, Optional.empty()));
    }
}
