package health.medley.store.internal;

import health.medley.core.Caller;
import health.medley.core.Request;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import health.medley.store.internal.commit.CommitTask;
import health.medley.store.internal.commit.Refusals;
import health.medley.store.internal.commit.Waiting;
import health.medley.store.internal.keeping.RunningStore;
import health.medley.store.internal.read.Reading;
import health.medley.store.internal.read.RecordRows;
import java.util.List;
import java.util.Optional;

/** The record in a database. */
public final class KeptRecords implements RecordStore {

    private final RunningStore store;

    /** Keep the record in {@code store}. */
    public KeptRecords(RunningStore store) {
        this.store = store;
    }

    @Override
    public Commit commit(Caller caller, Changes changes) {
        CommitTask task = CommitTask.of(caller, changes);
        store.submit(task);
        return Waiting.forResult(task.done());
    }

    @Override
    public Optional<Commit> repeated(Caller caller, Request request) {
        return store.ask((statements, names) -> {
            var done = new Reading(statements, names).done(caller.practice(), caller.user(), request);
            if (done.isEmpty()) {
                return Optional.<Commit>empty();
            }
            Refusals.refuseReuse(request, done.get());
            return Optional.of(new Commit(new RecordRows(statements, names).of(done.get()), true));
        });
    }

    @Override
    public Optional<StoredRecord> get(Caller caller, RecordKey key) {
        return store.read(reading -> reading.get(caller.practice(), key));
    }

    @Override
    public List<StoredRecord> history(Caller caller, RecordKey key) {
        return store.read(reading -> reading.history(caller.practice(), key));
    }

    @Override
    public <R> R read(Caller caller, RecordQuery query, RecordReader<R> reader) {
        store.read(reading -> {
            reading.read(caller.practice(), query, reader);
            return true;
        });
        return reader.result();
    }
}
