package health.medley.store.internal;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoredRecord;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.keeping.DatabaseKeeper;
import health.medley.store.internal.keeping.RunningStore;
import health.medley.store.internal.sqlite.SqliteDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store on SQLite for tests that also look beneath it. */
public final class TestStore implements AutoCloseable {

    /** Who commits in these tests. */
    public static final Caller ANN = Caller.of("ann", "north", Role.ADMINISTRATOR, "test");

    /** When they take place. */
    public static final Clock NOON = Clock.fixed(Instant.parse("2025-03-31T12:00:00Z"), ZoneOffset.UTC);

    private final RunningStore running;
    private final RecordStore records;
    private final StoreKeeper keeper;

    /** Open the store of a directory. */
    public TestStore(Path directory) {
        this(new SqliteDatabase(directory), directory);
    }

    /** Open a database. */
    public TestStore(Database database, Path directory) {
        running = new RunningStore(database, directory, NOON);
        records = new KeptRecords(running);
        keeper = new DatabaseKeeper(running);
    }

    /** The record. */
    public RecordStore records() {
        return records;
    }

    /** Its keeper. */
    public StoreKeeper keeper() {
        return keeper;
    }

    /** Commit the next version of a note. */
    public StoredRecord commit(String id, long expected) {
        return commit(note(id, expected));
    }

    /** Commit a draft. */
    public StoredRecord commit(RecordDraft draft) {
        return records.commit(ANN, new Changes(List.of(draft), Optional.empty()))
                .records()
                .get(0);
    }

    /** The next version of a note, found by a field and holding a key. */
    public static RecordDraft note(String id, long expected) {
        return new RecordDraft(
                new RecordKey("note", id),
                expected,
                1,
                "{\"text\":\"" + id + " " + expected + "\"}",
                Optional.empty(),
                Optional.empty(),
                Map.of("state", "v" + expected),
                Set.of("key of " + id),
                "because");
    }

    /** Fill a directory with three notes of three versions each: nine versions in the chain. */
    public static void fill(Path directory) {
        try (TestStore store = new TestStore(directory)) {
            for (int version = 0; version < 3; version++) {
                for (String id : List.of("a", "b", "c")) {
                    store.commit(id, version);
                }
            }
        }
    }

    /** Change a database behind the store's back. */
    public static void tamper(Path database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The database's file. */
    public static Path file(Path directory) {
        return directory.resolve("medley.db");
    }

    @Override
    public void close() {
        running.close();
    }
}
