package health.medley.record;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Origin;
import health.medley.core.Request;
import health.medley.core.store.Authorship;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.IndexRange;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A store in memory that keeps the whole contract but durability: for tests of whoever keeps records. */
public final class MemoryRecordStore implements RecordStore {

    private final Clock clock;
    private final Map<String, TreeMap<String, List<StoredRecord>>> kinds = new HashMap<>();
    private final Map<String, RecordKey> held = new HashMap<>();
    private final Map<RecordKey, Map<String, List<String>>> keysOf = new HashMap<>();
    private final Map<String, Done> requests = new HashMap<>();

    private Instant last = Instant.MIN;

    private record Done(String fingerprint, List<StoredRecord> records) {}

    /** Keep records, dated by {@code clock}. */
    public MemoryRecordStore(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Commit commit(Caller caller, Changes changes) {
        Optional<Commit> before = changes.request().flatMap(request -> repeated(caller, request));
        if (before.isPresent()) {
            return before.get();
        }
        check(caller, changes);
        List<StoredRecord> made = new ArrayList<>();
        for (RecordDraft draft : changes.drafts()) {
            made.add(append(caller, draft));
        }
        changes.request()
                .ifPresent(request ->
                        requests.put(name(caller, request), new Done(request.fingerprint(), List.copyOf(made))));
        return new Commit(made, false);
    }

    private void check(Caller caller, Changes changes) {
        Set<String> free = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (RecordDraft draft : changes.drafts()) {
            RecordText.check(draft);
            List<StoredRecord> versions = versions(caller, draft.key());
            if (versions.size() != draft.expected()) {
                throw new MedleyException(
                        ErrorCode.RECORD_CHANGED,
                        "Committing a " + draft.key().kind() + ": its version is " + versions.size() + ", expected "
                                + draft.expected());
            }
            free.addAll(keysOf(caller, draft.key()));
        }
        for (RecordDraft draft : changes.drafts()) {
            for (String key : draft.uniqueKeys()) {
                String wanted = unique(caller, draft.key(), key);
                if (!free.remove(wanted) && held.containsKey(wanted) || !taken.add(wanted)) {
                    throw new MedleyException(
                            ErrorCode.KEY_TAKEN, "Committing a " + draft.key().kind() + ": another holds its key");
                }
            }
        }
        // all give up what they hold before any takes what it wants
        changes.drafts().forEach(draft -> keysOf(caller, draft.key()).forEach(held::remove));
    }

    private List<String> keysOf(Caller caller, RecordKey key) {
        return keysOf.getOrDefault(key, Map.of()).getOrDefault(caller.practice(), List.of());
    }

    private StoredRecord append(Caller caller, RecordDraft draft) {
        List<StoredRecord> versions = versions(caller, draft.key());
        Origin origin = caller.origin() == null ? new Origin("host", "0", "") : caller.origin();
        long routing = caller.pin() == null ? 0 : caller.pin().routing();
        Instant read = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant at = read.isBefore(last) ? last : read;
        last = at;
        StoredRecord stored = new StoredRecord(
                draft.key(),
                versions.size() + 1L,
                draft.schema(),
                draft.body(),
                draft.patient(),
                draft.month(),
                draft.index(),
                draft.reason(),
                new Authorship(at, caller.user(), caller.role(), caller.purpose(), origin, routing));
        versions.add(stored);
        Map<String, List<String>> mine = keysOf.computeIfAbsent(draft.key(), key -> new HashMap<>());
        List<String> now = draft.uniqueKeys().stream()
                .map(key -> unique(caller, draft.key(), key))
                .toList();
        now.forEach(key -> held.put(key, draft.key()));
        mine.put(caller.practice(), now);
        return stored;
    }

    @Override
    public synchronized Optional<Commit> repeated(Caller caller, Request request) {
        Done done = requests.get(name(caller, request));
        if (done != null && !done.fingerprint().equals(request.fingerprint())) {
            throw new MedleyException(ErrorCode.REQUEST_REUSED, "The request's key came before with another content");
        }
        return Optional.ofNullable(done).map(known -> new Commit(known.records(), true));
    }

    @Override
    public synchronized Optional<StoredRecord> get(Caller caller, RecordKey key) {
        List<StoredRecord> versions = versions(caller, key);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    @Override
    public synchronized List<StoredRecord> history(Caller caller, RecordKey key) {
        return List.copyOf(versions(caller, key));
    }

    @Override
    public <R> R read(Caller caller, RecordQuery query, RecordReader<R> reader) {
        int taken = 0;
        for (StoredRecord record : matching(caller, query)) {
            if (taken++ == query.limit() || !reader.take(record)) {
                break;
            }
        }
        return reader.result();
    }

    private synchronized List<StoredRecord> matching(Caller caller, RecordQuery query) {
        return kind(caller, query.kind()).values().stream()
                .filter(versions -> !versions.isEmpty())
                .map(versions -> versions.get(versions.size() - 1))
                .filter(record -> matches(record, query))
                .toList();
    }

    private static boolean matches(StoredRecord record, RecordQuery query) {
        return (query.after().isEmpty() || record.id().compareTo(query.after().get()) > 0)
                && (query.patients().isEmpty()
                        || record.patient().filter(query.patients()::contains).isPresent())
                && (query.month().isEmpty() || record.month().equals(query.month()))
                && record.index().entrySet().containsAll(query.index().entrySet())
                && query.range().filter(range -> !within(record, range)).isEmpty();
    }

    private static boolean within(StoredRecord record, IndexRange range) {
        String value = record.index().get(range.field());
        return value != null && compare(value, range.from()) >= 0 && compare(value, range.before()) < 0;
    }

    /** By code points, which String's own order is not. */
    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private List<StoredRecord> versions(Caller caller, RecordKey key) {
        return kind(caller, key.kind()).computeIfAbsent(key.id(), id -> new ArrayList<>());
    }

    private TreeMap<String, List<StoredRecord>> kind(Caller caller, String kind) {
        return kinds.computeIfAbsent(caller.practice() + "/" + kind, name -> new TreeMap<>());
    }

    private static String unique(Caller caller, RecordKey key, String value) {
        return caller.practice() + "/" + key.kind() + "/" + value;
    }

    private static String name(Caller caller, Request request) {
        return caller.practice() + "/" + caller.user() + "/" + request.key();
    }
}
