package health.medley.store.internal.postgresql;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.store.internal.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The number of the chain a node writes, its alone while its connection lives: an advisory lock of the server's, held
 * by the very connection that writes. A node keeps its number over restarts, in a file of its directory.
 *
 * <p>Whoever holds the lock again knows that the session before is over, so that what that one was committing when its
 * connection broke is either there or never will be.
 */
final class WriterLock {

    private static final String FILE = "writer";
    private static final String LOCK_WAITED_TOO_LONG = "55P03";

    private final Path file;
    private int held;
    private long session;
    private String begun = "";

    WriterLock(Path directory) {
        file = directory.resolve(FILE);
    }

    /** The number held. */
    int number() {
        return held;
    }

    /** Take the number from before, or where that is not free and nothing is in doubt another. */
    void take(Connection connection) throws SQLException {
        boolean inDoubt = held != 0;
        if (inDoubt) {
            endFormer(connection);
        }
        int wanted = inDoubt ? held : remembered();
        if (wanted == 0 || !waitFor(connection, wanted, inDoubt ? "5s" : "1s")) {
            if (inDoubt) {
                throw new MedleyException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "Connecting to the database again: the server has not yet ended the session before; waiting for"
                                + " it, for that may still have been committing");
            }
            wanted = anyFree(connection);
        }
        held = wanted;
        remember();
        identify(connection);
        connection.commit();
    }

    /** How many other sessions hold a number: nodes that use the database. */
    static int others(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT COUNT(*) FROM pg_locks WHERE"
                + " locktype = 'advisory' AND classid = ? AND objsubid = 2 AND granted AND pid <> pg_backend_pid()"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")) {
            // object ids are unsigned
            select.setLong(1, Integer.toUnsignedLong(space(connection)));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static boolean waitFor(Connection connection, int number, String patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '" + patience + "'");
            statement.execute("SELECT pg_advisory_lock(" + space(connection) + ", " + number + ")");
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (!LOCK_WAITED_TOO_LONG.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback();
            return false;
        }
    }

    private static int anyFree(Connection connection) throws SQLException {
        int space = space(connection);
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_try_advisory_lock(?, ?)")) {
            for (int number = 1; number <= Database.MOST_WRITERS; number++) {
                lock.setInt(1, space);
                lock.setInt(2, number);
                try (ResultSet row = lock.executeQuery()) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return number;
                    }
                }
            }
        }
        throw new MedleyException(
                ErrorCode.STORE_UNAVAILABLE,
                "Opening the store: " + Database.MOST_WRITERS + " nodes use this database already; stop one");
    }

    /** The server ends a broken connection's session only when it notices; nothing of it may be done after this. */
    private void endFormer(Connection connection) throws SQLException {
        try (PreparedStatement end = connection.prepareStatement("SELECT pg_terminate_backend(pid) FROM"
                + " pg_stat_activity WHERE pid = ? AND backend_start::text = ? AND pid <> pg_backend_pid()")) {
            end.setLong(1, session);
            end.setString(2, begun);
            end.execute();
        }
    }

    private void identify(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pid, backend_start::text FROM pg_stat_activity WHERE pid = pg_backend_pid()")) {
            row.next();
            session = row.getLong(1);
            begun = row.getString(2);
        }
    }

    /** Stores in different schemas of a database have nothing to do with each other. */
    private static int space(Connection connection) throws SQLException {
        return ("medley/" + Optional.ofNullable(connection.getSchema()).orElse("")).hashCode();
    }

    private int remembered() {
        try {
            int number = Integer.parseInt(Files.readString(file).trim());
            return number >= 1 && number <= Database.MOST_WRITERS ? number : 0;
        } catch (IOException | NumberFormatException e) {
            // none yet, or no number: any other will do
            return 0;
        }
    }

    private void remember() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, held + "\n");
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "Opening the store: the node's number cannot be written to " + file
                            + "; let this user write the directory, or choose another with medley.data",
                    e);
        }
    }
}
