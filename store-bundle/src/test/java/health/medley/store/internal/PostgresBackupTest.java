package health.medley.store.internal;

import static health.medley.record.StoreUnderTest.ANN;
import static health.medley.record.StoreUnderTest.body;
import static health.medley.record.StoreUnderTest.commit;
import static health.medley.record.StoreUnderTest.ids;
import static health.medley.record.StoreUnderTest.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.store.RecordQuery;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.support.FreshSchema;
import health.medley.store.support.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is one file whatever the database, and restores on either. */
class PostgresBackupTest {

    private static final Caller ADMINISTRATOR = Caller.of("root", "north", Role.ADMINISTRATOR, "test");

    private static PostgresServer server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void restoresWhatWasThereAndSetsAsideWhatCameAfter() {
        Path file = directory.resolve("backup");
        StoreComponent store = store("node", FreshSchema.url(server));
        try {
            fill(store);
            store.backup(ADMINISTRATOR, file);
            commit(store, ANN, note("later", 0, "1"));

            store.restore(ADMINISTRATOR, file);

            assertTrue(store.status(ADMINISTRATOR).billingLocked());
            store.reconcile(ADMINISTRATOR, "nothing went out");
            assertFilled(store);
            commit(store, ANN, note("a", 2, "\"three\""));
            assertTrue(store.verify(ADMINISTRATOR).sound());
        } finally {
            store.close();
        }
    }

    @Test
    void movesARecordFromOneMachineToAServerAndBack() {
        Path there = directory.resolve("there");
        StoreComponent alone = store("alone", "");
        fill(alone);
        alone.backup(ADMINISTRATOR, there);
        alone.close();

        Path back = directory.resolve("back");
        StoreComponent node = store("node", FreshSchema.url(server));
        node.restore(ADMINISTRATOR, there);
        assertFilled(node);
        node.backup(ADMINISTRATOR, back);
        node.close();

        StoreComponent again = store("again", "");
        again.restore(ADMINISTRATOR, back);
        assertFilled(again);
        again.close();
    }

    @Test
    void refusesToRestoreUnderAnotherNode() {
        String url = FreshSchema.url(server);
        StoreComponent first = store("first", url);
        StoreComponent second = store("second", url);
        try {
            fill(first);
            first.backup(ADMINISTRATOR, directory.resolve("backup"));

            MedleyException refused = assertThrows(
                    MedleyException.class, () -> first.restore(ADMINISTRATOR, directory.resolve("backup")));

            assertTrue(refused.getMessage().contains("other nodes use the database"), refused.getMessage());
            assertFilled(second);
        } finally {
            first.close();
            second.close();
        }
    }

    private static void fill(StoreComponent store) {
        commit(store, ANN, note("a", 0, "\"one\"", Map.of("of", "x"), Set.of("k")));
        commit(store, ANN, note("a", 1, "\"two\"", Map.of("of", "x"), Set.of("k")), note("b", 0, "\"é€𝄞\""));
    }

    private static void assertFilled(StoreComponent store) {
        assertEquals(List.of("a", "b"), ids(store, ANN, RecordQuery.of("note")));
        assertEquals(List.of("a"), ids(store, ANN, RecordQuery.of("note").where("of", "x")));
        assertEquals("\"two\"", body(store, ANN, "a"));
        assertEquals("\"é€𝄞\"", body(store, ANN, "b"));
        assertThrows(MedleyException.class, () -> commit(store, ANN, note("c", 0, "1", Map.of(), Set.of("k"))));
        assertTrue(store.verify(ADMINISTRATOR).sound());
    }

    private StoreComponent store(String name, String url) {
        return new StoreComponent(
                new StoreSettings(directory.resolve(name), url, PostgresServer.USER, PostgresServer.PASSWORD),
                Clock.systemUTC());
    }
}
