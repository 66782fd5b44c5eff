package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.chartfhir.internal.PractitionerChanges.Practitioner;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps who the practitioners are, for references that do not tell an NPI. They stand in a few records by the hash of
 * their key, so that one more practitioner rewrites little and all are read at once.
 */
final class PractitionerRecords {

    static final String KIND = "chartfhir.practitioners";

    private static final int SHARDS = 64;
    private static final int MOST_TRIES = 10;
    private static final int MOST_PRACTICES_KEPT = 64;

    /**
     * One practitioner as it is kept.
     *
     * @param order when it came, as a number: of two with one identifier the first counts
     */
    record Entry(long order, Practitioner practitioner) {}

    /** The content of one record. */
    record Shard(Map<String, Entry> practitioners) {}

    private record Index(Map<String, Long> versions, PractitionerIndex practitioners) {}

    private final RecordStore store;
    private final ObjectMapper mapper;
    private final Map<String, Index> indexes = new ConcurrentHashMap<>();

    PractitionerRecords(RecordStore store, JsonFactory json) {
        this.store = store;
        mapper = new ObjectMapper(json);
    }

    /** Put in what a delivery says. */
    void apply(Caller caller, PractitionerChanges changes, String reason) {
        if (changes.byKey().isEmpty()) {
            return;
        }
        for (int tried = 1; ; tried++) {
            try {
                commit(caller, changes, reason);
                return;
            } catch (MedleyException e) {
                if (!e.code().equals(ErrorCode.RECORD_CHANGED) || tried == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private void commit(Caller caller, PractitionerChanges changes, String reason) {
        Map<String, StoredRecord> stored = new HashMap<>();
        Map<String, Map<String, Entry>> shards = new TreeMap<>();
        long next = 0;
        for (StoredRecord record : read(caller)) {
            Map<String, Entry> shard = new TreeMap<>(shard(record).practitioners());
            stored.put(record.id(), record);
            shards.put(record.id(), shard);
            for (Entry entry : shard.values()) {
                next = Math.max(next, entry.order() + 1);
            }
        }
        for (Map.Entry<String, Optional<Practitioner>> change : changes.byKey().entrySet()) {
            Map<String, Entry> shard = shards.computeIfAbsent(id(change.getKey()), any -> new TreeMap<>());
            Entry before = shard.get(change.getKey());
            if (change.getValue().isPresent()) {
                long order = before == null ? next++ : before.order();
                shard.put(change.getKey(), new Entry(order, change.getValue().get()));
            } else {
                shard.remove(change.getKey());
            }
        }
        List<RecordDraft> drafts = drafts(stored, shards, reason);
        if (!drafts.isEmpty()) {
            store.commit(caller, new Changes(drafts, Optional.empty()));
        }
    }

    private List<RecordDraft> drafts(
            Map<String, StoredRecord> stored, Map<String, Map<String, Entry>> shards, String reason) {
        List<RecordDraft> drafts = new ArrayList<>();
        shards.forEach((id, shard) -> {
            Optional<StoredRecord> before = Optional.ofNullable(stored.get(id));
            String body = body(shard);
            boolean same = before.map(record -> record.body().equals(body)).orElse(shard.isEmpty());
            if (!same) {
                drafts.add(new RecordDraft(
                        new RecordKey(KIND, id),
                        before.map(StoredRecord::version).orElse(0L),
                        1,
                        body,
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(),
                        Set.of(),
                        reason));
            }
        });
        return drafts;
    }

    private List<StoredRecord> read(Caller caller) {
        return store.read(caller, RecordQuery.of(KIND), Collecting.records());
    }

    private static String id(String key) {
        return String.format(Locale.ROOT, "%02d", Math.floorMod(key.hashCode(), SHARDS));
    }

    private String body(Map<String, Entry> shard) {
        try {
            return mapper.writeValueAsString(new Shard(shard));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Practitioners can always be written as JSON", e);
        }
    }

    private Shard shard(StoredRecord record) {
        try {
            return mapper.readValue(record.body(), Shard.class);
        } catch (JsonProcessingException e) {
            throw new MedleyException(
                    ErrorCode.STORE_DAMAGED,
                    "Reading a record of kind " + KIND + ", version " + record.version()
                            + ": its body is none of this kind; run medley audit verify");
        }
    }

    /** The NPIs of those referred to, as far as practitioners delivered until now tell them. */
    Set<String> npis(Caller caller, List<String> references) {
        PractitionerIndex index = index(caller);
        synchronized (index) {
            return index.npis(references);
        }
    }

    private PractitionerIndex index(Caller caller) {
        List<StoredRecord> records = read(caller);
        Map<String, Long> versions = new HashMap<>();
        records.forEach(record -> versions.put(record.id(), record.version()));
        Index known = indexes.get(caller.practice());
        if (known != null && known.versions().equals(versions)) {
            return known.practitioners();
        }
        PractitionerIndex made = new PractitionerIndex();
        records.stream()
                .flatMap(record -> shard(record).practitioners().values().stream())
                .sorted(Comparator.comparingLong(Entry::order))
                .forEach(entry -> add(made, entry.practitioner()));
        if (indexes.size() >= MOST_PRACTICES_KEPT) {
            // what is dropped is read again when asked for
            indexes.clear();
        }
        indexes.put(caller.practice(), new Index(versions, made));
        return made;
    }

    private static void add(PractitionerIndex index, Practitioner practitioner) {
        String url = practitioner.url();
        index.practitioner(practitioner.id(), url.isEmpty() ? null : url, practitioner.identifiers());
    }
}
