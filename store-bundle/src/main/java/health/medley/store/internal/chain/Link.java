package health.medley.store.internal.chain;

import health.medley.store.internal.database.Author;
import health.medley.store.internal.database.Space;
import org.jspecify.annotations.Nullable;

/**
 * One version as the chain sees it: everything that is said of it, and its content by hash.
 *
 * @param writer whose chain
 * @param sequence its place there
 * @param space the practice and kind
 * @param id the record
 * @param version the record's version
 * @param previous entry of the version before, 0 if none
 * @param schema version of the body's schema
 * @param patient whose it is
 * @param month its month
 * @param keys the unique keys it holds, as kept
 * @param reason why it was made
 * @param at when, in milliseconds
 * @param author by whom
 */
public record Link(
        int writer,
        long sequence,
        Space space,
        String id,
        long version,
        long previous,
        int schema,
        @Nullable String patient,
        @Nullable String month,
        String keys,
        String reason,
        long at,
        Author author) {}
