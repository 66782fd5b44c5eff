package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.Request;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.util.List;
import java.util.Optional;

/** Keeps nothing, so that a million requests need no memory. */
final class Forgetful implements RecordStore {

    @Override
    public Commit commit(Caller caller, Changes changes) {
        return new Commit(List.of(), false);
    }

    @Override
    public Optional<Commit> repeated(Caller caller, Request request) {
        return Optional.empty();
    }

    @Override
    public Optional<StoredRecord> get(Caller caller, RecordKey key) {
        return Optional.empty();
    }

    @Override
    public List<StoredRecord> history(Caller caller, RecordKey key) {
        return List.of();
    }

    @Override
    public <R> R read(Caller caller, RecordQuery query, RecordReader<R> reader) {
        return reader.result();
    }
}
