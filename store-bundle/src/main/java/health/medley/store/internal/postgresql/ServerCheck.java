package health.medley.store.internal.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Looks whether a server can keep the record: safe on disk, able to hold any text, and free or Medley's. */
final class ServerCheck {

    private static final int OLDEST = 130000;

    private ServerCheck() {}

    static Optional<String> flaw(Connection connection) throws SQLException {
        String schema = connection.getSchema();
        if (schema == null) {
            return Optional.of("the user's search_path names no schema that is there; create one, or add"
                    + " ?currentSchema=NAME to medley.store.url");
        }
        String version = text(connection, "SHOW server_version_num");
        if (Integer.parseInt(version) < OLDEST) {
            return Optional.of(
                    "the server is PostgreSQL " + text(connection, "SHOW server_version") + "; expected 13 or newer");
        }
        for (String setting : new String[] {"fsync", "full_page_writes"}) {
            if (!text(connection, "SHOW " + setting).equals("on")) {
                return Optional.of("the server runs with " + setting
                        + " off and may lose what it has acknowledged; set it on in postgresql.conf");
            }
        }
        String encoding = text(connection, "SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            return Optional.of("the database's encoding is " + encoding + "; create it with ENCODING 'UTF8'");
        }
        return mine(connection, schema);
    }

    private static Optional<String> mine(Connection connection, String schema) throws SQLException {
        if (text(connection, "SELECT pg_is_in_recovery()::text").equals("true")) {
            return Optional.of("the server is a standby that only reads; name the primary in medley.store.url");
        }
        if (!text(connection, "SELECT to_regclass('medley_schema') IS NULL").equals("t")) {
            return Optional.empty();
        }
        if (!text(connection, "SELECT has_schema_privilege(current_schema(), 'CREATE')")
                .equals("t")) {
            return Optional.of("the user may not create tables in schema " + schema + "; run GRANT CREATE ON SCHEMA "
                    + schema + " TO the user");
        }
        boolean taken = text(connection, "SELECT to_regclass('version') IS NULL AND to_regclass('head') IS NULL")
                .equals("f");
        return taken
                ? Optional.of("schema " + schema + " holds tables of another program; give Medley a schema or database"
                        + " of its own")
                : Optional.empty();
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
