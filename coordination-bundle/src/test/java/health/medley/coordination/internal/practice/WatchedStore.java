package health.medley.coordination.internal.practice;

import health.medley.core.Caller;
import health.medley.core.Request;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A store that takes down what is asked of it, and lets something happen just before a commit. */
public final class WatchedStore implements RecordStore {

    public final List<String> asked = new ArrayList<>();
    /** What happens before the next commits, one each. */
    public final Deque<Runnable> beforeCommits = new ArrayDeque<>();

    private final RecordStore store;

    public WatchedStore(RecordStore store) {
        this.store = store;
    }

    @Override
    public Commit commit(Caller caller, Changes changes) {
        asked.add("commit " + changes.drafts().size());
        Runnable before = beforeCommits.poll();
        if (before != null) {
            before.run();
        }
        return store.commit(caller, changes);
    }

    @Override
    public Optional<Commit> repeated(Caller caller, Request request) {
        asked.add("repeated");
        return store.repeated(caller, request);
    }

    @Override
    public Optional<StoredRecord> get(Caller caller, RecordKey key) {
        asked.add("get");
        return store.get(caller, key);
    }

    @Override
    public List<StoredRecord> history(Caller caller, RecordKey key) {
        asked.add("history");
        return store.history(caller, key);
    }

    @Override
    public <R> R read(Caller caller, RecordQuery query, RecordReader<R> reader) {
        asked.add("read");
        return store.read(caller, query, reader);
    }
}
