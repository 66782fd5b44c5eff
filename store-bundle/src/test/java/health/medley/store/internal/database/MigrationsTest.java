package health.medley.store.internal.database;

import static health.medley.store.internal.TestStore.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.RecordKey;
import health.medley.core.store.StoreState;
import health.medley.core.store.StoreStatus;
import health.medley.store.internal.TestStore;
import health.medley.store.internal.sqlite.SqliteDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private static final Migrations NEXT =
            new Migrations("/medley/store/sqlite/", List.of("001-record.sql", "002-for-the-test.sql"));

    @TempDir
    Path directory;

    private SqliteDatabase database() {
        return new SqliteDatabase(directory);
    }

    private void kept(int version) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/stores/schema-" + version + ".db")) {
            Files.copy(in, TestStore.file(directory));
        }
    }

    private static List<String> schema(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite%' ORDER BY type, name")) {
            while (row.next()) {
                found.add(row.getString(1) + " " + row.getString(2) + " "
                        + (row.getString(3) + "").replaceAll("\\s+", " "));
            }
        }
        return found;
    }

    @Test
    void bringsADatabaseToTheNextVersionAndKeepsWhatItHolds() throws Exception {
        kept(1);
        try (Connection connection = database().writing()) {
            assertEquals(2, NEXT.apply(connection));
            assertEquals(2, NEXT.apply(connection));
        }
        try (Connection connection = database().writing();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*), MAX(colour) FROM version")) {
            assertEquals(9, row.getInt(1));
            assertEquals("none", row.getString(2));
        }
    }

    @Test
    void makesAnEmptyDatabaseTheSameAsAnOldOne(@TempDir Path empty) throws Exception {
        kept(1);
        Migrations released = Migrations.of(database());
        try (Connection old = database().writing();
                Connection fresh = new SqliteDatabase(empty).writing()) {
            assertEquals(released.newest(), released.apply(old));
            assertEquals(released.newest(), released.apply(fresh));
            assertEquals(schema(fresh), schema(old));
        }
    }

    @Test
    void readsAndVerifiesWhatEveryReleasedVersionWrote() throws Exception {
        for (int version = 1; version <= Migrations.of(database()).newest(); version++) {
            Files.deleteIfExists(TestStore.file(directory));
            kept(version);
            try (TestStore store = new TestStore(directory)) {
                assertEquals(
                        3,
                        store.records().history(ANN, new RecordKey("note", "a")).size());
                assertTrue(store.keeper().verify(ANN).sound());
            }
        }
    }

    @Test
    void refusesADatabaseOfANewerMedley() throws Exception {
        TestStore.fill(directory);
        TestStore.tamper(TestStore.file(directory), "UPDATE medley_schema SET version = 2");
        try (TestStore store = new TestStore(directory)) {
            StoreStatus status = store.keeper().status(ANN);
            assertEquals(StoreState.FAILED, status.state());
            assertTrue(status.remarks().get(0).contains("version 2"), status.toString());
            assertEquals(
                    ErrorCode.STORE_UNAVAILABLE,
                    assertThrows(MedleyException.class, () -> store.commit("a", 3))
                            .code());
        }
    }

    @Test
    void refusesADatabaseOfSomethingElse() throws Exception {
        TestStore.tamper(TestStore.file(directory), "CREATE TABLE songs (title TEXT)");
        try (TestStore store = new TestStore(directory)) {
            StoreStatus status = store.keeper().status(ANN);
            assertEquals(StoreState.FAILED, status.state());
            assertTrue(status.remarks().get(0).contains("something else"), status.toString());
        }
    }

    @Test
    void leavesADatabaseAsItWasWhereAMigrationFails() throws Exception {
        kept(1);
        Migrations broken =
                new Migrations("/medley/store/sqlite/", List.of("001-record.sql", "002-broken-for-the-test.sql"));
        try (Connection connection = database().writing()) {
            assertThrows(SQLException.class, () -> broken.apply(connection));
            connection.rollback();
            assertEquals(1, Migrations.read(connection));
            assertEquals(
                    List.of(),
                    schema(connection).stream()
                            .filter(one -> one.contains("half"))
                            .toList());
        }
    }
}
