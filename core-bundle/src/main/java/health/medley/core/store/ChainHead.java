package health.medley.core.store;

import java.time.Instant;
import java.util.Objects;

/**
 * Name the last version of one writer's chain.
 *
 * @param writer number of the writer: 1 on SQLite, one a node on PostgreSQL
 * @param sequence how many versions the chain has
 * @param hash SHA-256 of the last version and of all before it, lower-case hex
 * @param at when the last version was committed
 */
public record ChainHead(int writer, long sequence, String hash, Instant at) {
    /** Check that no part is null. */
    public ChainHead {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(at, "at");
    }
}
