package health.medley.store.internal.keeping;

import health.medley.store.internal.chain.Chain;
import health.medley.store.internal.chain.HeadsFile;
import health.medley.store.internal.chain.HeadsFile.Behind;
import health.medley.store.internal.chain.HeadsKnown;
import health.medley.store.internal.database.Statements;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices when a database is older than what its directory's heads file knows: a backup was restored, or the end of a
 * chain was cut off. Claims may have gone out that it does not know, so billing is locked, by a mark in the database.
 *
 * @param heads the file
 */
public record BillingLock(HeadsFile heads) {

    private static final String MARK = "billing-lock";
    private static final long EXPLAINED_MILLIS = 60_000;

    /**
     * Compare database and file, and lock if need be; the statements' connection is committed.
     *
     * @param statements of the connection that writes
     * @param own the end of the chain that this process goes on with
     * @param alone whether nobody else writes the database, so that the file must know all of that chain
     * @param restored why it is to be locked in any case; empty if only what is found locks it
     */
    public void check(Statements statements, Chain own, boolean alone, String restored)
            throws SQLException, IOException {
        HeadsKnown known = HeadsKnown.of(heads.lines());
        List<Behind> behind = known.behind(statements);
        if (!behind.isEmpty()) {
            Behind first = behind.get(0);
            lock(
                    statements,
                    "the chain of writer " + first.writer() + " was known beyond version " + first.sequence()
                            + ", where the database ends or differs: an old backup was restored, or its end was cut"
                            + " off");
            for (Behind line : behind) {
                heads.append(line);
            }
        } else if (alone && isAhead(statements, own, known)) {
            lock(
                    statements,
                    "the database was put beside a heads file that does not know it: what came after it is unknown");
        } else if (!restored.isEmpty()) {
            lock(statements, restored);
        }
    }

    /** Whether the database holds more than a crash explains, which loses what was exported within a second or two. */
    private static boolean isAhead(Statements statements, Chain own, HeadsKnown known) throws SQLException {
        NavigableMap<Long, String> seen = known.seen().getOrDefault(own.writer(), new TreeMap<>());
        long last = seen.isEmpty() ? 0 : seen.lastKey();
        if (own.sequence() == last) {
            return false;
        }
        PreparedStatement select = statements.of("SELECT committed_at FROM version WHERE entry = ?");
        select.setLong(1, Chain.entry(own.writer(), last + 1));
        try (ResultSet row = select.executeQuery()) {
            return row.next() && own.at() - row.getLong(1) > EXPLAINED_MILLIS;
        }
    }

    private static void lock(Statements statements, String why) throws SQLException {
        remove(statements);
        PreparedStatement insert = statements.of("INSERT INTO mark (name, value) VALUES (?, ?)");
        insert.setString(1, MARK);
        insert.setString(2, why);
        insert.executeUpdate();
        statements.connection().commit();
    }

    /** Why billing is locked; empty if it is not. */
    public static Optional<String> reason(Statements statements) throws SQLException {
        PreparedStatement select = statements.of("SELECT value FROM mark WHERE name = ?");
        select.setString(1, MARK);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** Unlock; committed by whoever calls. */
    public static void remove(Statements statements) throws SQLException {
        PreparedStatement delete = statements.of("DELETE FROM mark WHERE name = ?");
        delete.setString(1, MARK);
        delete.executeUpdate();
    }
}
