package health.medley.store.internal.chain;

import health.medley.core.store.ChainHead;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of one writer's chain; never changes.
 *
 * @param writer number of the writer
 * @param sequence place of the last version, 0 for an empty chain
 * @param hash hash of the last version
 * @param at when the last version was committed, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent")
public record Chain(int writer, long sequence, byte[] hash, long at) {

    private static final long ENTRIES = Database.MOST_WRITERS + 1L;

    /** The entry of a place in a writer's chain. */
    public static long entry(int writer, long sequence) {
        return sequence * ENTRIES + writer;
    }

    /** The writer of an entry. */
    public static int writer(long entry) {
        return (int) (entry % ENTRIES);
    }

    /** The place of an entry in its writer's chain. */
    public static long sequence(long entry) {
        return entry / ENTRIES;
    }

    /** The entry of the last version; that of none if the chain is empty. */
    public long entry() {
        return entry(writer, sequence);
    }

    /** This end, as told to others. */
    public ChainHead head() {
        return new ChainHead(writer, sequence, Sha256.hex(hash), Instant.ofEpochMilli(at));
    }

    /** An empty chain. */
    public static Chain empty(int writer) {
        return new Chain(writer, 0, ChainHasher.beginning(), 0);
    }

    /** The ends of all chains in the order of writers, as the database says they are. */
    public static List<Chain> all(Statements statements) throws SQLException {
        List<Chain> chains = new ArrayList<>();
        PreparedStatement select =
                statements.of("SELECT writer, sequence, chain_hash, committed_at FROM chain ORDER BY writer");
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                chains.add(new Chain(rows.getInt(1), rows.getLong(2), rows.getBytes(3), rows.getLong(4)));
            }
        }
        return chains;
    }

    /** The end of this writer's chain, as the database says it is. */
    public static Chain of(Statements statements, int writer) throws SQLException {
        return all(statements).stream()
                .filter(chain -> chain.writer() == writer)
                .findFirst()
                .orElse(empty(writer));
    }

    /** Write the end into the database, with the versions it follows. */
    public void save(Statements statements) throws SQLException {
        PreparedStatement update =
                statements.of("UPDATE chain SET sequence = ?, chain_hash = ?, committed_at = ? WHERE writer = ?");
        set(update);
        if (update.executeUpdate() == 0) {
            PreparedStatement insert =
                    statements.of("INSERT INTO chain (sequence, chain_hash, committed_at, writer) VALUES (?, ?, ?, ?)");
            set(insert);
            insert.executeUpdate();
        }
    }

    private void set(PreparedStatement statement) throws SQLException {
        statement.setLong(1, sequence);
        statement.setBytes(2, hash);
        statement.setLong(3, at);
        statement.setInt(4, writer);
    }
}
