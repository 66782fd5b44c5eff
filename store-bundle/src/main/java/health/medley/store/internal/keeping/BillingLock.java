package health.medley.store.internal.keeping;

import health.medley.store.internal.chain.HeadsFile;
import health.medley.store.internal.chain.HeadsFile.Behind;
import health.medley.store.internal.chain.HeadsKnown;
import health.medley.store.internal.database.Statements;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Notices when a database is older than what its directory's heads file knows: a backup was restored, or the end of a
 * chain was cut off. Claims may have gone out that it does not know, so billing is locked, by a mark in the database.
 *
 * @param heads the file
 */
public record BillingLock(HeadsFile heads) {

    private static final String MARK = "billing-lock";

    /** Compare database and file, and lock if need be; the statements' connection is committed. */
    public void check(Statements statements, boolean alone, boolean empty) throws SQLException, IOException {
        if (!heads.exists() && alone && !empty) {
            lock(
                    statements,
                    "the database was opened where no heads file is beside it, so what came after it is unknown");
            return;
        }
        List<Behind> behind = HeadsKnown.of(heads.lines()).behind(statements);
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
