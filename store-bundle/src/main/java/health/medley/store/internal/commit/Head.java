package health.medley.store.internal.commit;

import org.jspecify.annotations.Nullable;

/**
 * A record's current version, as far as the next one needs it.
 *
 * @param version its version
 * @param entry its place in the chains
 * @param patient whose it is
 * @param month its month
 * @param fields its index fields as kept
 * @param keys its unique keys as kept
 * @param at when it was committed
 */
record Head(
        long version,
        long entry,
        @Nullable String patient,
        @Nullable String month,
        String fields,
        String keys,
        long at) {}
