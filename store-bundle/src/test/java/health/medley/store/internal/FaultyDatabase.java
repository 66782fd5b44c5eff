package health.medley.store.internal;

import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Failure;
import health.medley.store.internal.sqlite.SqliteDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** SQLite whose writing connection fails as a test wants it to. */
public final class FaultyDatabase implements Database {

    private final SqliteDatabase database;
    private final AtomicReference<Fault> fault = new AtomicReference<>();
    private final String onOpen;

    /** What goes wrong with the next commit, once. */
    public interface Fault {
        /** Do something instead of a commit. */
        void commit(Connection connection) throws SQLException;
    }

    /** An error whose meaning the test chooses. */
    public static final class Chosen extends SQLException {
        private static final long serialVersionUID = 1L;
        private final Failure failure;

        /** An error that means {@code failure}. */
        public Chosen(Failure failure) {
            super("chosen by the test");
            this.failure = failure;
        }
    }

    /** A database in {@code directory}; {@code onOpen} is executed on every writing connection. */
    public FaultyDatabase(Path directory, String onOpen) {
        this.database = new SqliteDatabase(directory);
        this.onOpen = onOpen;
    }

    /** Let the next commit that has something to commit go wrong. */
    public void next(Fault next) {
        fault.set(next);
    }

    @Override
    public Connection writing() throws SQLException {
        Connection connection = database.writing();
        if (!onOpen.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(onOpen);
            }
            connection.commit();
        }
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Fault now = method.getName().equals("commit") ? fault.getAndSet(null) : null;
                    if (now != null) {
                        now.commit(connection);
                        return null;
                    }
                    return invoke(connection, method, arguments);
                });
    }

    private static Object invoke(Connection connection, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Failure failure(SQLException error) {
        return error instanceof Chosen chosen ? chosen.failure : database.failure(error);
    }

    @Override
    public String migrations() {
        return database.migrations();
    }

    @Override
    public String product() {
        return database.product();
    }

    @Override
    public void open() throws SQLException {
        database.open();
    }

    @Override
    public int writer() {
        return database.writer();
    }

    @Override
    public boolean alone() {
        return database.alone();
    }

    @Override
    public Connection reading() throws SQLException {
        return database.reading();
    }

    @Override
    public Optional<String> examine(Connection writing) throws SQLException {
        return database.examine(writing);
    }

    @Override
    public void rollBack(Connection writing) throws SQLException {
        database.rollBack(writing);
    }

    @Override
    public String lockingHeads() {
        return database.lockingHeads();
    }

    @Override
    public void copy(Path file) throws SQLException, IOException {
        database.copy(file);
    }

    @Override
    public Connection openCopy(Path file) throws SQLException {
        return database.openCopy(file);
    }

    @Override
    public void replace(Path file) throws SQLException, IOException {
        database.replace(file);
    }

    @Override
    public void close() {
        database.close();
    }
}
