package health.medley.store.internal.postgresql;

import health.medley.store.internal.database.Migrations;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * Copies the record between a server and a file. The file is a SQLite database with the same tables as the default
 * store's, so that a backup is one file on every database, is verified in the same way, and restores on either.
 */
final class PostgresCopy {

    private static final List<String> TABLES =
            List.of("space", "author", "version", "head", "field", "held", "request", "chain", "mark");
    private static final int ROWS = 1_000;
    private static final String INCOMING = "medley_incoming";

    private final Connection server;

    PostgresCopy(Connection server) {
        this.server = server;
    }

    /** Write everything, as it stands at one moment, to a new file. */
    void write(Path file) throws SQLException {
        try (Connection copy = JDBC.createConnection("jdbc:sqlite:" + file, durable())) {
            copy.setAutoCommit(false);
            Migrations.of("sqlite").apply(copy);
            for (String table : TABLES) {
                transfer(server, copy, table);
            }
            copy.commit();
        }
        server.rollback();
    }

    /** Open a file to read it. */
    static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection copy = JDBC.createConnection("jdbc:sqlite:" + file, config.toProperties());
        copy.setAutoCommit(false);
        return copy;
    }

    /** Put a file's content in the place of what the server has, which is set aside in a schema of its own. */
    void load(Path file) throws SQLException {
        String schema = server.getSchema();
        execute("DROP SCHEMA IF EXISTS " + INCOMING + " CASCADE", "CREATE SCHEMA " + INCOMING);
        server.setSchema(INCOMING);
        try (Connection copy = open(file)) {
            Migrations.of("postgresql").apply(server);
            for (String table : TABLES) {
                transfer(copy, server, table);
            }
        }
        server.commit();
        swap(schema);
    }

    private void swap(String schema) throws SQLException {
        String quoted = '"' + schema.replace("\"", "\"\"") + '"';
        String aside = text("SELECT 'medley_aside_' || to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSMS')");
        execute("CREATE SCHEMA " + aside);
        for (String table : TABLES) {
            move(quoted, table, aside);
            move(INCOMING, table, quoted);
        }
        move(quoted, Migrations.TABLE, aside);
        move(INCOMING, Migrations.TABLE, quoted);
        execute("DROP SCHEMA " + INCOMING);
        server.commit();
    }

    private void move(String from, String table, String to) throws SQLException {
        execute("ALTER TABLE IF EXISTS " + from + "." + table + " SET SCHEMA " + to);
    }

    private static void transfer(Connection from, Connection to, String table) throws SQLException {
        try (Statement select = from.createStatement()) {
            select.setFetchSize(ROWS);
            try (ResultSet rows = select.executeQuery("SELECT * FROM " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                insert(rows, columns, to, table);
            }
        }
    }

    private static void insert(ResultSet rows, int columns, Connection to, String table) throws SQLException {
        StringBuilder names = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            names.append(i == 1 ? "" : ", ").append(rows.getMetaData().getColumnName(i));
        }
        String sql = "INSERT INTO " + table + " (" + names + ") VALUES (?" + ", ?".repeat(columns - 1) + ")";
        try (PreparedStatement insert = to.prepareStatement(sql)) {
            int waiting = 0;
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    insert.setObject(i, rows.getObject(i));
                }
                insert.addBatch();
                if (++waiting % ROWS == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static Properties durable() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return config.toProperties();
    }

    private void execute(String... commands) throws SQLException {
        try (Statement statement = server.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        }
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
