package health.medley.store.internal.postgresql;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Failure;
import health.medley.store.internal.database.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL server, for one node or several. What must hold between nodes is the database's word: primary keys of
 * heads, held keys and requests, and a lock on each head that changes. A loser's group is rolled back and decided anew.
 */
public final class PostgresDatabase implements Database {

    private static final String PRODUCT = "PostgreSQL";

    private final PostgresSession sessions;
    private final WriterLock lock;
    private final Statistics statistics;
    private volatile String product = PRODUCT;
    private @Nullable Connection writing;

    /** The server and database that {@code settings} name. */
    public PostgresDatabase(StoreSettings settings) {
        sessions = new PostgresSession(settings);
        lock = new WriterLock(settings.directory());
        statistics = new Statistics(sessions);
    }

    @Override
    public String migrations() {
        return "postgresql";
    }

    @Override
    public String product() {
        return product;
    }

    @Override
    public void open() throws SQLException {
        Connection connection = connect();
        try {
            lock.take(connection);
            product = PRODUCT + " " + connection.getMetaData().getDatabaseProductVersion();
            writing = connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Connection connect() throws SQLException {
        try {
            return sessions.writing();
        } catch (SQLException e) {
            // no cause: the driver's message may name the user
            throw new MedleyException(ErrorCode.STORE_UNAVAILABLE, PostgresFailures.sentence(e, sessions.place()));
        }
    }

    @Override
    public int writer() {
        return lock.number();
    }

    @Override
    public boolean alone() {
        return false;
    }

    /** The connection that holds the writer's number; there is one for each {@link #open}. */
    @Override
    public Connection writing() throws SQLException {
        if (writing == null || writing.isClosed()) {
            throw new SQLException("The connection that holds the writer's number is closed", "08003");
        }
        return writing;
    }

    @Override
    public Connection reading() throws SQLException {
        return sessions.reading();
    }

    @Override
    public Optional<String> examine(Connection connection) throws SQLException {
        Optional<String> flaw = ServerCheck.flaw(connection);
        connection.commit();
        if (flaw.isPresent()) {
            // nothing is damaged, and the server's operator may mend it while the store waits
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE, "Opening the store in " + sessions.place() + ": " + flaw.get());
        }
        return Optional.empty();
    }

    @Override
    public void tend(long sequence) {
        statistics.tend(sequence);
    }

    @Override
    public String lockingHeads() {
        return "FOR UPDATE OF h";
    }

    @Override
    public Failure failure(SQLException error) {
        return PostgresFailures.of(error);
    }

    @Override
    public void copy(Path file) throws SQLException, IOException {
        try (Connection connection = sessions.reading()) {
            new PostgresCopy(connection).write(file);
        }
    }

    @Override
    public Connection openCopy(Path file) throws SQLException {
        return PostgresCopy.open(file);
    }

    @Override
    public void replace(Path file) throws SQLException, IOException {
        try (Connection connection = sessions.writing()) {
            int others = WriterLock.others(connection);
            if (others > 0) {
                throw new MedleyException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "Restoring a backup: " + others + " other nodes use the database; stop them first");
            }
            new PostgresCopy(connection).load(file);
        }
    }

    @Override
    public void close() {
        Connection open = writing;
        writing = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // it was gone before: that is why it is being closed
                product = PRODUCT;
            }
        }
    }
}
