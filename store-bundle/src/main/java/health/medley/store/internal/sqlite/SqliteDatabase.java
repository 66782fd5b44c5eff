package health.medley.store.internal.sqlite;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite in one directory, for one process. */
public final class SqliteDatabase implements Database {

    private static final int WRITER_CACHE_KIB = 16_384;
    private static final int READER_CACHE_KIB = 4_096;
    private static final int BUSY_MILLIS = 5_000;
    private static final int WAL_LIMIT_BYTES = 64 << 20;
    private static final int WAL_PAGES = 16_384;
    private static final long LARGE_BYTES = 256L << 20;
    private static final int PRIMARY_CODE = 0xff;

    private final SqliteFiles files;
    private @Nullable DirectoryLock lock;
    private @Nullable Upkeep upkeep;
    private String product = "SQLite";

    /** Keep the record in {@code directory}. */
    public SqliteDatabase(Path directory) {
        this.files = new SqliteFiles(directory);
    }

    @Override
    public String migrations() {
        return "sqlite";
    }

    @Override
    public String product() {
        return product;
    }

    @Override
    public void open() throws SQLException {
        try {
            files.makeDirectory();
            lock = DirectoryLock.take(files.directory());
            files.finishReplacing();
            files.prepareNativeLibrary();
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "its directory " + files.directory() + " cannot be written ("
                            + e.getClass().getSimpleName()
                            + "); expected a directory of this user's own on a local disk",
                    e);
        }
    }

    @Override
    public int writer() {
        return 1;
    }

    @Override
    public boolean alone() {
        return true;
    }

    @Override
    public Connection writing() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setCacheSize(-WRITER_CACHE_KIB);
        config.setJournalSizeLimit(WAL_LIMIT_BYTES);
        // what is purged is overwritten, not only forgotten
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        // upkeep does it beside the writer; this is for what upkeep cannot catch up with
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(WAL_PAGES));
        return connect(config, files.database());
    }

    @Override
    public Connection reading() throws SQLException {
        return reading(files.database());
    }

    @Override
    public Connection openCopy(Path file) throws SQLException {
        return reading(file);
    }

    private static Connection reading(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setCacheSize(-READER_CACHE_KIB);
        return connect(config, file);
    }

    private static Connection connect(SQLiteConfig config, Path file) throws SQLException {
        config.setBusyTimeout(BUSY_MILLIS);
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, config.toProperties());
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Optional<String> examine(Connection writing) throws SQLException {
        try (Statement statement = writing.createStatement()) {
            product = "SQLite " + text(statement, "SELECT sqlite_version()");
            boolean empty =
                    text(statement, "SELECT COUNT(*) FROM sqlite_master").equals("0");
            boolean ours = text(statement, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'medley_schema'")
                    .equals("1");
            if (!empty && !ours) {
                throw new MedleyException(
                        ErrorCode.STORE_INCOMPATIBLE,
                        "Opening the store: " + files.database() + " is a database of something else; expected one of"
                                + " Medley's or none. Choose another directory");
            }
            boolean small = Files.size(files.database()) < LARGE_BYTES;
            String found = small ? Upkeep.check(statement) : "ok";
            writing.commit();
            beginUpkeep(!small);
            return found.equals("ok") ? Optional.empty() : Optional.of("SQLite's check says: " + found);
        } catch (IOException e) {
            return Optional.of("its file cannot be seen (" + e + ")");
        }
    }

    private void beginUpkeep(boolean examine) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(-READER_CACHE_KIB);
        Connection connection = connect(config, files.database());
        connection.setAutoCommit(true);
        upkeep = new Upkeep(files.database(), connection, examine);
    }

    @Override
    public void tend(long sequence) throws SQLException {
        if (upkeep != null) {
            upkeep.look();
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }

    @Override
    public String lockingHeads() {
        // one writer: nobody else changes a head
        return "";
    }

    /**
     * Some failures, a full disk for one, end the transaction by themselves. Undoing it then fails, and the driver does
     * not begin the next: without that every statement after it would be committed by itself.
     */
    @Override
    public void rollBack(Connection writing) throws SQLException {
        try {
            writing.rollback();
        } catch (SQLiteException e) {
            if (e.getResultCode() != SQLiteErrorCode.SQLITE_ERROR) {
                throw e;
            }
            try (Statement statement = writing.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
            }
        }
    }

    @Override
    public Failure failure(SQLException error) {
        if (!(error instanceof SQLiteException exact)) {
            return Failure.FATAL;
        }
        SQLiteErrorCode code = exact.getResultCode();
        if (code == SQLiteErrorCode.SQLITE_IOERR_WRITE) {
            // what was not written was not acknowledged, and what is acknowledged later was synced
            return Failure.REFUSED;
        }
        return switch (SQLiteErrorCode.getErrorCode(code.code & PRIMARY_CODE)) {
            case SQLITE_CONSTRAINT -> Failure.CONFLICT;
            case SQLITE_FULL,
                    SQLITE_READONLY,
                    SQLITE_CANTOPEN,
                    SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_PERM,
                    SQLITE_TOOBIG -> Failure.REFUSED;
            default -> Failure.FATAL;
        };
    }

    @Override
    public void copy(Path file) throws SQLException, IOException {
        try (Connection connection = reading(files.database())) {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM INTO '" + file.toString().replace("'", "''") + "'");
            }
        }
        SqliteFiles.sync(file);
    }

    @Override
    public void replace(Path file) throws IOException {
        try (DirectoryLock ignored = DirectoryLock.take(files.directory())) {
            files.replace(file);
        }
    }

    @Override
    public void close() {
        if (upkeep != null) {
            upkeep.close();
            upkeep = null;
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
