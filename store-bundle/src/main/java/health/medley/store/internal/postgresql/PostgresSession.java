package health.medley.store.internal.postgresql;

import health.medley.store.internal.database.StoreSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** Makes connections to the server, set up for writing or for reading. */
final class PostgresSession {

    private static final Driver DRIVER = new Driver();
    private static final String PREFIX = "jdbc:postgresql:";
    private static final String READING_ROWS = "500";
    private static final String CONNECT_SECONDS = "5";
    private static final String ANSWER_SECONDS = "30";
    /**
     * Every lookup has its index, and from a head to its version it is one step. A new database has no statistics, and
     * plans made without them scan, sort and hash whole tables that grow meanwhile.
     */
    private static final String[] BY_INDEX = {
        "SET enable_seqscan = off", "SET enable_hashjoin = off", "SET enable_mergejoin = off"
    };
    /** What is looked up is small; compiling a plan would take longer. */
    private static final String NO_JIT = "SET jit = off";

    private final StoreSettings settings;

    PostgresSession(StoreSettings settings) {
        this.settings = settings;
    }

    /** The server and database as one may write them down: without user, password and options. */
    String place() {
        String url = settings.url();
        int options = url.indexOf('?');
        String shown = options < 0 ? url : url.substring(0, options);
        int user = shown.indexOf('@');
        return user < 0 || !shown.startsWith(PREFIX) ? shown : PREFIX + "//" + shown.substring(user + 1);
    }

    Connection writing() throws SQLException {
        Connection connection = connect("0");
        return setUp(
                connection,
                "SET synchronous_commit = " + syncing(connection),
                // another writer's locks are waited for so long and no longer
                "SET lock_timeout = '10s'",
                "SET idle_in_transaction_session_timeout = '60s'",
                NO_JIT);
    }

    Connection reading() throws SQLException {
        Connection connection = connect(READING_ROWS);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return setUp(connection, NO_JIT);
    }

    private Connection connect(String rows) throws SQLException {
        Properties properties = new Properties();
        if (!settings.user().isEmpty()) {
            properties.setProperty("user", settings.user());
        }
        if (!settings.password().isEmpty()) {
            properties.setProperty("password", settings.password());
        }
        properties.setProperty("ApplicationName", "medley");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        // any other lets a thread of the driver connect, for which an interrupted reader would not wait
        properties.setProperty("loginTimeout", "0");
        properties.setProperty("socketTimeout", ANSWER_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("defaultRowFetchSize", rows);
        // server messages may quote rows, and rows hold patient data
        properties.setProperty("logServerErrorDetail", "false");
        Connection connection = DRIVER.connect(settings.url(), properties);
        if (connection == null) {
            throw new SQLException(
                    "medley.store.url is no URL of PostgreSQL; expected jdbc:postgresql://HOST/DATABASE");
        }
        return connection;
    }

    /** Stronger settings of the server (a standby that must have applied it) are kept. */
    private static String syncing(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SHOW synchronous_commit")) {
            row.next();
            String setting = row.getString(1);
            return setting.equals("off") || setting.equals("local") ? "on" : setting;
        }
    }

    private static Connection setUp(Connection connection, String... commands) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String command : BY_INDEX) {
                statement.execute(command);
            }
            for (String command : commands) {
                statement.execute(command);
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
