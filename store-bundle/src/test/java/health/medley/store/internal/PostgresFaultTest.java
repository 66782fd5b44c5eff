package health.medley.store.internal;

import static health.medley.record.StoreUnderTest.ANN;
import static health.medley.record.StoreUnderTest.NOON;
import static health.medley.record.StoreUnderTest.body;
import static health.medley.record.StoreUnderTest.commit;
import static health.medley.record.StoreUnderTest.ids;
import static health.medley.record.StoreUnderTest.note;
import static health.medley.record.StoreUnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.StoreState;
import health.medley.core.store.StoreStatus;
import health.medley.record.StoreUnderTest.HandClock;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.support.FreshSchema;
import health.medley.store.support.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store on a PostgreSQL that is away, refuses, or is not what it should be. */
class PostgresFaultTest {

    private static final Caller ADMINISTRATOR = Caller.of("root", "north", Role.ADMINISTRATOR, "test");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

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
    void waitsForADatabaseThatIsDownAtTheStartAndSaysWhy() {
        String url = FreshSchema.url(server);
        server.stop();
        try (Node node = node(url, PostgresServer.PASSWORD)) {
            StoreStatus status = node.store().status(ADMINISTRATOR);
            assertEquals(StoreState.WAITING, status.state());
            assertTrue(status.toString().contains("no server answers there"), status::toString);
            refused(ErrorCode.STORE_UNAVAILABLE, () -> commit(node.store(), ANN, note("a", 0, "1")));
            refused(ErrorCode.STORE_UNAVAILABLE, () -> node.store().get(ANN, new RecordKey("note", "a")));

            server.restart();
            node.awaitReady();

            commit(node.store(), ANN, note("a", 0, "1"));
            assertEquals("1", body(node.store(), ANN, "a"));
        }
    }

    @Test
    void goesOnAfterTheDatabaseWentAwayWithAllThatWasAcknowledged() {
        try (Node node = node(FreshSchema.url(server), PostgresServer.PASSWORD)) {
            commit(node.store(), ANN, note("before", 0, "1"));
            assertEquals("1", body(node.store(), ANN, "before"));

            server.kill();
            refused(ErrorCode.STORE_UNAVAILABLE, () -> commit(node.store(), ANN, note("meanwhile", 0, "1")));
            refused(ErrorCode.STORE_UNAVAILABLE, () -> body(node.store(), ANN, "before"));
            server.restart();
            node.awaitReady();
            commit(node.store(), ANN, note("after", 0, "1"));

            assertTrue(ids(node.store(), ANN, RecordQuery.of("note")).contains("before"));
            assertTrue(ids(node.store(), ANN, RecordQuery.of("note")).contains("after"));
            assertTrue(node.store().verify(ADMINISTRATOR).sound());
        }
    }

    @Test
    void readsAtOnceAfterARestartThatItDidNotNotice() {
        try (Node node = node(FreshSchema.url(server), PostgresServer.PASSWORD)) {
            commit(node.store(), ANN, note("a", 0, "1"));
            assertEquals("1", body(node.store(), ANN, "a"));

            server.stop();
            server.restart();

            assertEquals("1", node.patiently(() -> body(node.store(), ANN, "a")));
            node.patiently(() -> commit(node.store(), ANN, note("b", 0, "1")));
            assertEquals(2, ids(node.store(), ANN, RecordQuery.of("note")).size());
        }
    }

    @Test
    void answersWithinItsPatienceWhereTheServerStandsStill() {
        try (Node node = node(FreshSchema.url(server) + "&socketTimeout=2", PostgresServer.PASSWORD)) {
            commit(node.store(), ANN, note("a", 0, "1"));
            server.freeze();
            long begin = System.nanoTime();
            try {
                refused(ErrorCode.STORE_UNAVAILABLE, () -> commit(node.store(), ANN, note("b", 0, "1")));
            } finally {
                server.thaw();
            }
            assertTrue(System.nanoTime() - begin < PATIENCE_NANOS);

            node.patiently(() -> commit(node.store(), ANN, note("c", 0, "1")));
            assertTrue(node.store().verify(ADMINISTRATOR).sound());
        }
    }

    @Test
    void saysThatThePasswordIsWrongWithoutItAndWorksOnceItIsRight() {
        String url = FreshSchema.url(server);
        FreshSchema.execute(server, "CREATE ROLE nurse LOGIN PASSWORD 'right'");
        FreshSchema.execute(server, "GRANT ALL ON SCHEMA " + url.substring(url.indexOf('=') + 1) + " TO nurse");
        try (Node node = new Node(new StoreComponent(
                new StoreSettings(directory.resolve("node"), url, "nurse", "tr0ub4dor"), Clock.systemUTC()))) {
            StoreStatus status = node.store().status(ADMINISTRATOR);
            assertEquals(StoreState.WAITING, status.state());
            assertTrue(status.toString().contains("refused user and password"), status::toString);
            assertFalse(status.toString().contains("tr0ub4dor"), status::toString);

            FreshSchema.execute(server, "ALTER ROLE nurse PASSWORD 'tr0ub4dor'");
            node.awaitReady();

            commit(node.store(), ANN, note("a", 0, "1"));
        }
    }

    @Test
    void refusesADatabaseOfANewerMedley() {
        String url = FreshSchema.url(server);
        node(url, PostgresServer.PASSWORD).close();
        FreshSchema.execute(
                server, "UPDATE " + url.substring(url.indexOf('=') + 1) + ".medley_schema SET version = 99");

        try (Node node = node(url, PostgresServer.PASSWORD)) {
            StoreStatus status = node.store().status(ADMINISTRATOR);

            assertEquals(StoreState.FAILED, status.state());
            assertTrue(status.toString().contains("its schema is version 99"), status::toString);
            refused(ErrorCode.STORE_UNAVAILABLE, () -> commit(node.store(), ANN, note("a", 0, "1")));
        }
    }

    @Test
    void neverDatesAVersionBeforeTheOneBeforeThoughTheClockWasSetBack() {
        HandClock clock = new HandClock(NOON);
        String url = FreshSchema.url(server);
        try (Node node = new Node(new StoreComponent(
                new StoreSettings(directory, url, PostgresServer.USER, PostgresServer.PASSWORD), clock))) {
            commit(node.store(), ANN, note("a", 0, "1"));
            clock.set(NOON.minus(Duration.ofHours(1)));

            commit(node.store(), ANN, note("a", 1, "2"));

            assertEquals(
                    NOON,
                    node.store()
                            .get(ANN, new RecordKey("note", "a"))
                            .orElseThrow()
                            .by()
                            .at());
            assertTrue(node.store().verify(ADMINISTRATOR).sound());
        }
    }

    private Node node(String url, String password) {
        return new Node(new StoreComponent(
                new StoreSettings(directory.resolve("node"), url, PostgresServer.USER, password), Clock.systemUTC()));
    }

    private interface Asked<T> {
        T ask();
    }

    private record Node(StoreComponent store) implements AutoCloseable {

        void awaitReady() {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (store.status(ADMINISTRATOR).state() != StoreState.READY && System.nanoTime() < end) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            assertEquals(StoreState.READY, store.status(ADMINISTRATOR).state());
        }

        /** Ask again as long as the store says to try again, as a client does. */
        <T> T patiently(Asked<T> asked) {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (true) {
                try {
                    return asked.ask();
                } catch (MedleyException e) {
                    if (!e.code().equals(ErrorCode.STORE_UNAVAILABLE) || System.nanoTime() > end) {
                        throw e;
                    }
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
                }
            }
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
