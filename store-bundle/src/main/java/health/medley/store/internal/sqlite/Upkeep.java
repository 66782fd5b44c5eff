package health.medley.store.internal.sqlite;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does beside the writer what would keep it waiting: examines a large database, and brings the log's pages into the
 * database file. What it finds wrong is thrown by the next {@link #look}.
 */
final class Upkeep implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final long LOG_BYTES = 4 << 20;

    private final Path log;
    private final Connection connection;
    private final boolean examine;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "medley-store-upkeep");
    private volatile @Nullable SQLException failure;
    private volatile String damage = "";
    private long brought = -1;

    /** Begin, on a connection of its own in autocommit mode. */
    Upkeep(Path database, Connection connection, boolean examine) {
        this.log = database.resolveSibling(database.getFileName() + "-wal");
        this.connection = connection;
        this.examine = examine;
        thread.setDaemon(true);
        thread.start();
    }

    /** Throw what was found wrong since. */
    void look() throws SQLException {
        SQLException failed = failure;
        if (failed != null) {
            throw failed;
        }
        if (!damage.isEmpty()) {
            throw new MedleyException(
                    ErrorCode.STORE_DAMAGED,
                    "Examining the store: SQLite's check says: " + damage + "; restore a backup with medley restore");
        }
    }

    private void run() {
        try (connection;
                Statement statement = connection.createStatement()) {
            if (examine) {
                String found = check(statement);
                damage = found.equals("ok") ? "" : found;
            }
            while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                bring(statement);
            }
        } catch (SQLException e) {
            failure = e;
        } catch (InterruptedException e) {
            // nobody holds this thread, so nobody interrupts it
            failure = new SQLException("The upkeep of the database was interrupted", e);
        }
    }

    /** SQLite's own check of all pages: {@code ok}, or what is wrong. */
    static String check(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            return row.next() ? row.getString(1) : "it says nothing";
        }
    }

    private void bring(Statement statement) throws SQLException {
        try {
            long changed = Files.getLastModifiedTime(log).toMillis();
            if (changed != brought && Files.size(log) > LOG_BYTES) {
                // passive: neither waits for anybody nor lets anybody wait
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
                brought = changed;
            }
        } catch (IOException e) {
            // no log, nothing to bring
            brought = -1;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
