package health.medley.core.store;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take records while a {@link RecordStore} reads them. Called by one thread, only during the call it was given to; it
 * commits nothing and reads nothing meanwhile.
 *
 * @param <R> what the reader makes of them; an immutable value
 */
@ConsumerType
public interface RecordReader<R> {

    /**
     * Take one record.
     *
     * @return whether to go on
     */
    boolean take(StoredRecord found);

    /** Give the result, after the last record. */
    R result();
}
