package health.medley.store.internal.database;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a database to the newest schema, one numbered migration after another, each in a transaction of its own. A
 * migration that was released is never edited: a change is a new one.
 *
 * @param folder where the scripts are, on the class path
 * @param scripts their names in order; the first is version 1
 */
public record Migrations(String folder, List<String> scripts) {

    /** The table that says which version a database has. */
    public static final String TABLE = "medley_schema";

    private static final List<String> RELEASED = List.of("001-record.sql");

    /** Copy the names. */
    public Migrations {
        scripts = List.copyOf(scripts);
    }

    /** Those of a kind of database. */
    public static Migrations of(Database database) {
        return of(database.migrations());
    }

    /** Those in a folder below {@code medley/store/}. */
    public static Migrations of(String folder) {
        return new Migrations("/medley/store/" + folder + "/", RELEASED);
    }

    /** The newest version. */
    public int newest() {
        return scripts.size();
    }

    /**
     * Migrate.
     *
     * @return the version the database has now
     * @throws MedleyException {@code STORE_INCOMPATIBLE} if the database is newer than the newest migration
     */
    public int apply(Connection connection) throws SQLException {
        int version = version(connection);
        refuseNewer(version);
        while (version < newest()) {
            try (Statement statement = connection.createStatement()) {
                for (String command : commands(scripts.get(version))) {
                    statement.execute(command);
                }
                version++;
                statement.execute("DELETE FROM " + TABLE);
                statement.execute("INSERT INTO " + TABLE + " (version) VALUES (" + version + ")");
                connection.commit();
            }
        }
        return version;
    }

    /** Refuse a database whose schema this Medley does not know. */
    public void refuseNewer(int version) {
        if (version > newest()) {
            throw new MedleyException(
                    ErrorCode.STORE_INCOMPATIBLE,
                    "Opening the store: its schema is version " + version + ", this Medley knows up to " + newest()
                            + "; start the newer Medley again, or restore a backup made before it");
        }
    }

    /** The version a database has; 0 if it is empty. */
    public int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (version INTEGER NOT NULL)");
            connection.commit();
        }
        return read(connection);
    }

    /** The version of a database that is only read; 0 if it is none of Medley's. */
    public static int read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT MAX(version) FROM " + TABLE)) {
            return found.next() ? found.getInt(1) : 0;
        }
    }

    private List<String> commands(String script) {
        StringBuilder text = new StringBuilder();
        for (String line : load(script).split("\n")) {
            if (!line.strip().startsWith("--")) {
                text.append(line).append('\n');
            }
        }
        List<String> commands = new ArrayList<>(List.of(text.toString().split(";\\s*\n")));
        commands.removeIf(String::isBlank);
        return commands;
    }

    private String load(String script) {
        try (InputStream in = Migrations.class.getResourceAsStream(folder + script)) {
            if (in == null) {
                throw new IllegalStateException("The bundle has no migration " + folder + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the migration " + script, e);
        }
    }
}
