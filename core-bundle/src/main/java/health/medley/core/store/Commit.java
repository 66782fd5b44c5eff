package health.medley.core.store;

import java.util.List;

/**
 * Say what was committed.
 *
 * @param records the new versions, in the order of the drafts
 * @param repeated whether the same request had been done before: nothing was committed now, and {@code records} are
 *     those of the first time
 */
public record Commit(List<StoredRecord> records, boolean repeated) {
    /** Copy the records. */
    public Commit {
        records = List.copyOf(records);
    }
}
