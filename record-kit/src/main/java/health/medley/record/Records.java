package health.medley.record;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.Recorded;
import health.medley.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads and writes the values of one kind.
 *
 * @param <T> the values
 */
public final class Records<T extends Record & Recorded> {

    private final RecordStore store;
    private final RecordKind<T> kind;

    /** Keep values of {@code kind} in {@code store}. */
    public Records(RecordStore store, RecordKind<T> kind) {
        this.store = store;
        this.kind = kind;
    }

    /** Find a value. What can be no id names nothing. */
    public Optional<T> find(Caller caller, String id) {
        return RecordKey.isId(id) ? store.get(caller, kind.key(id)).map(kind::value) : Optional.empty();
    }

    /**
     * Get a value that must be there.
     *
     * @throws MedleyException {@code RECORD_ABSENT}
     */
    public T get(Caller caller, String id) {
        return find(caller, id)
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.RECORD_ABSENT,
                        "There is no " + kind.name() + " with this id in practice " + caller.practice()
                                + "; list them to see which there are"));
    }

    /**
     * Get a value that must be there and have the version its caller saw.
     *
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}
     */
    public T get(Caller caller, String id, long version) {
        T value = get(caller, id);
        if (value.version() != version) {
            throw new MedleyException(
                    ErrorCode.RECORD_CHANGED,
                    "Changing a " + kind.name() + ": its version is " + value.version() + ", the change expects "
                            + version + "; read it again and decide anew");
        }
        return value;
    }

    /** Every version of a value, oldest first. */
    public List<T> history(Caller caller, String id) {
        return RecordKey.isId(id)
                ? store.history(caller, kind.key(id)).stream().map(kind::value).toList()
                : List.of();
    }

    /** All values of the kind; narrow it down with the query's own methods. */
    public RecordQuery query() {
        return RecordQuery.of(kind.name());
    }

    /** The values a query names. */
    public List<T> list(Caller caller, RecordQuery query) {
        List<T> found = new ArrayList<>();
        each(caller, query, found::add);
        return found;
    }

    /** Hand each value a query names to {@code taker}, one at a time. */
    public void each(Caller caller, RecordQuery query, Consumer<T> taker) {
        store.read(caller, query, new Taking<>(kind, taker));
    }

    /** Make the draft of a value's next version, to be committed together with others. */
    public RecordDraft draft(Caller caller, T value, String reason) {
        Optional<StoredRecord> previous =
                value.version() == 0 ? Optional.empty() : store.get(caller, kind.key(value.id()));
        return kind.draft(value, previous, reason);
    }

    /** Commit a value's next version as the answer to the caller's request, and read back what was committed. */
    public T save(Caller caller, T value, String reason) {
        Changes changes = new Changes(List.of(draft(caller, value, reason)), Optional.ofNullable(caller.request()));
        return kind.value(store.commit(caller, changes).records().get(0));
    }

    private record Taking<T extends Record & Recorded>(RecordKind<T> kind, Consumer<T> taker)
            implements RecordReader<Boolean> {

        @Override
        public boolean take(StoredRecord found) {
            taker.accept(kind.value(found));
            return true;
        }

        @Override
        public Boolean result() {
            return true;
        }
    }
}
