package health.medley.store.internal.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.store.internal.database.Failure;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.support.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDatabaseTest {

    private static PostgresServer server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void saysThatThePasswordIsWrongWithoutSayingIt() {
        PostgresDatabase database = database("node", server.url(), "tr0ub4dor");

        MedleyException refused = assertThrows(MedleyException.class, database::open);

        assertEquals(ErrorCode.STORE_UNAVAILABLE, refused.code());
        assertTrue(refused.getMessage().contains("refused user and password"), refused.getMessage());
        assertFalse(refused.getMessage().contains("tr0ub4dor"), refused.getMessage());
        assertEquals(null, refused.getCause());
    }

    @Test
    void namesNeitherPasswordNorUserOfTheUrl() {
        PostgresDatabase database =
                database("node", server.url() + "?user=someone&password=tr0ub4dor&sslmode=disable", "");

        MedleyException refused = assertThrows(MedleyException.class, database::open);

        assertTrue(refused.getMessage().contains(server.url()), refused.getMessage());
        assertFalse(refused.getMessage().contains("tr0ub4dor"), refused.getMessage());
    }

    @Test
    void saysThatNoServerAnswersAndThatThereIsNoSuchDatabase() {
        String nobody = "jdbc:postgresql://127.0.0.1:1/medley";

        assertTrue(message(nobody).contains("no server answers there"), message(nobody));
        assertTrue(message(server.url("elsewhere")).contains("no such database"), message(server.url("elsewhere")));
    }

    @Test
    void givesEveryNodeAChainOfItsOwnWhichItKeeps() throws SQLException {
        PostgresDatabase first = database("first");
        PostgresDatabase second = database("second");
        first.open();
        second.open();
        int mine = first.writer();
        assertNotEquals(mine, second.writer());

        first.close();
        PostgresDatabase again = database("first");
        again.open();

        assertEquals(mine, again.writer());
        again.close();
        second.close();
    }

    @Test
    void takesItsNumberBackFromItsOwnBrokenSession() throws SQLException {
        PostgresDatabase database = database("node");
        database.open();
        int mine = database.writer();
        Connection broken = database.writing();

        // as after a broken connection: nobody told the server, its session still holds the number
        database.open();

        assertEquals(mine, database.writer());
        SQLException gone = assertThrows(SQLException.class, () -> number(broken, "SELECT 1"));
        assertEquals(Failure.LOST, database.failure(gone));
        database.close();
    }

    @Test
    void asksForAnotherNumberWhereACopyOfItsDirectoryRuns() throws Exception {
        PostgresDatabase original = database("original");
        original.open();
        Files.createDirectories(directory.resolve("copy"));
        Files.copy(
                directory.resolve("original").resolve("writer"),
                directory.resolve("copy").resolve("writer"));
        PostgresDatabase copy = database("copy");

        copy.open();

        assertNotEquals(original.writer(), copy.writer());
        copy.close();
        original.close();
    }

    @Test
    void refusesAServerThatMayLoseWhatItAcknowledged() throws SQLException {
        try (PostgresServer unsafe = PostgresServer.start("fsync=off")) {
            PostgresDatabase database = database("node", unsafe.url(), PostgresServer.PASSWORD);
            database.open();

            assertTrue(flaw(database).contains("fsync off"), flaw(database));
            database.close();
        }
    }

    @Test
    void refusesASchemaWithTablesOfAnotherProgram() throws SQLException {
        try (Connection connection = sessions().writing();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA taken");
            statement.execute("CREATE TABLE taken.version (of text)");
            connection.commit();
        }
        PostgresDatabase database = database("node", server.url() + "?currentSchema=taken", PostgresServer.PASSWORD);
        database.open();

        assertTrue(flaw(database).contains("tables of another program"), flaw(database));
        database.close();
    }

    @Test
    void writesOnlyWithSyncingCommits() throws SQLException {
        String url = server.url() + "?options=-c%20synchronous_commit=off";
        PostgresDatabase database = database("node", url, PostgresServer.PASSWORD);
        database.open();

        try (Statement statement = database.writing().createStatement();
                ResultSet row = statement.executeQuery("SHOW synchronous_commit")) {
            row.next();
            assertEquals("on", row.getString(1));
        }
        database.close();
    }

    private static String flaw(PostgresDatabase database) {
        return assertThrows(MedleyException.class, () -> database.examine(database.writing()))
                .getMessage();
    }

    private String message(String url) {
        PostgresDatabase database = database("node", url, PostgresServer.PASSWORD);
        return assertThrows(MedleyException.class, database::open).getMessage();
    }

    private PostgresDatabase database(String node) {
        return database(node, server.url(), PostgresServer.PASSWORD);
    }

    private PostgresDatabase database(String node, String url, String password) {
        return new PostgresDatabase(new StoreSettings(directory.resolve(node), url, PostgresServer.USER, password));
    }

    private PostgresSession sessions() {
        return new PostgresSession(
                new StoreSettings(directory, server.url(), PostgresServer.USER, PostgresServer.PASSWORD));
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
