package health.medley.core.store;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Request;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keep the record: versions of JSON documents, appended and never overwritten.
 *
 * <p>A caller sees and changes the records of {@link Caller#practice()} only. What may be done with a record is the
 * word of the capability that owns its kind; the store asks for no permission of its own and no edge offers it. Every
 * version names who made it, why and by which bundle ({@link Authorship}). A record that was purged by policy is found
 * by {@link #history} alone, until a further version is committed.
 *
 * <p>Safe for concurrent use; a commit that returned is on disk. No thread inside is ever interrupted. Implemented by
 * the store alone: a fixed point of the platform. Every method throws {@code STORE_UNAVAILABLE} while the store cannot
 * be reached.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ProviderType
public interface RecordStore {

    /**
     * Append new versions, all or none, and return once they are durable.
     *
     * <p>Cost: a wait for the disk, shared with the commits of other threads.
     *
     * @param caller who commits
     * @param changes what
     * @return the new versions; those of the first time where the same request was done before
     * @throws health.medley.core.MedleyException {@code RECORD_CHANGED} if a record has another version than its draft
     *     expects; {@code KEY_TAKEN} if another record holds a unique key; {@code REQUEST_REUSED} if the request's key
     *     came before with another fingerprint; {@code ARGUMENT_INVALID} if a text holds U+0000 or half of a surrogate
     *     pair, or an index field or key is longer than 500 characters. Nothing was committed then
     */
    Commit commit(Caller caller, Changes changes);

    /**
     * Find what a request committed before.
     *
     * @param caller who asks; only the same user's requests are found
     * @param request which
     * @return what it committed; empty if nothing yet
     * @throws health.medley.core.MedleyException {@code REQUEST_REUSED} if it came with another fingerprint
     */
    Optional<Commit> repeated(Caller caller, Request request);

    /**
     * Read a record's current version. Cost: one lookup.
     *
     * @param caller who asks
     * @param key which record
     */
    Optional<StoredRecord> get(Caller caller, RecordKey key);

    /**
     * Read every version of a record, oldest first; empty if there is no such record.
     *
     * @param caller who asks
     * @param key which record
     */
    List<StoredRecord> history(Caller caller, RecordKey key);

    /**
     * Hand the current version of each record a query names to {@code reader}, as they stand at one moment, and return
     * the reader's result. Cost: reading what matches; memory for one record at a time.
     *
     * @param caller who asks
     * @param query which records
     * @param reader takes them; not kept after the call
     * @param <R> an immutable value
     */
    <R> R read(Caller caller, RecordQuery query, RecordReader<R> reader);
}
