package health.medley.core.store;

import java.util.Objects;

/**
 * Limit a reading to values of an index field, compared as text by their code points.
 *
 * @param field the index field
 * @param from first value
 * @param before first value that is too high
 */
public record IndexRange(String field, String from, String before) {
    /** Check that no part is null. */
    public IndexRange {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(before, "before");
    }
}
