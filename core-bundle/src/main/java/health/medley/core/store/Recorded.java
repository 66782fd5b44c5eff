package health.medley.core.store;

/**
 * Mark a value that is kept as a record of its own: its first two components are its id and version, the rest is the
 * record's body.
 */
public interface Recorded {

    /** The record's id; the empty string for a value that has none yet. */
    String id();

    /** The version of the record this value was read from or follows; 0 for one that was never committed. */
    long version();
}
