package health.medley.store.internal;

import static health.medley.record.StoreUnderTest.ANN;
import static health.medley.record.StoreUnderTest.body;
import static health.medley.record.StoreUnderTest.changes;
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
import health.medley.core.Request;
import health.medley.core.Role;
import health.medley.core.store.ChainHead;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.StoredRecord;
import health.medley.core.store.Verification;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.support.FreshSchema;
import health.medley.store.support.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database, each with its own directory. */
class TwoNodesTest {

    private static final int ROUNDS = 60;
    private static final Caller ADMINISTRATOR = Caller.of("root", "north", Role.ADMINISTRATOR, "test");

    private static PostgresServer server;

    @TempDir
    Path directory;

    private StoreComponent first;
    private StoreComponent second;

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void open() {
        String url = FreshSchema.url(server);
        first = node("first", url);
        second = node("second", url);
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
    }

    private StoreComponent node(String name, String url) {
        return new StoreComponent(
                new StoreSettings(directory.resolve(name), url, PostgresServer.USER, PostgresServer.PASSWORD),
                Clock.systemUTC());
    }

    @Test
    void whatOneNodeCommitsTheOtherReads() {
        commit(first, ANN, note("a", 0, "\"one\""));
        commit(second, ANN, note("a", 1, "\"two\""));

        assertEquals("\"two\"", body(first, ANN, "a"));
        refused(ErrorCode.RECORD_CHANGED, () -> commit(first, ANN, note("a", 1, "\"three\"")));
    }

    @Test
    void aRequestDoneOnOneNodeIsRepeatedOnTheOther() {
        Changes changes =
                new Changes(List.of(note("a", 0, "\"one\"")), Optional.of(new Request("key-1", "f".repeat(64))));
        Commit done = first.commit(ANN, changes);

        Commit again = second.commit(ANN, changes);

        assertTrue(again.repeated());
        assertEquals(done.records(), again.records());
    }

    @Test
    void eachNodeWritesAChainOfItsOwnAndBothVerify() {
        commit(first, ANN, note("a", 0, "1"));
        commit(second, ANN, note("b", 0, "1"));
        commit(first, ANN, note("b", 1, "2"));

        Verification verification = second.verify(ADMINISTRATOR);

        assertTrue(verification.sound(), verification::toString);
        assertEquals(
                2,
                verification.heads().stream().map(ChainHead::writer).distinct().count());
        assertEquals(3, verification.versions());
    }

    @Test
    void ofTwoWhoChangeTheSameVersionAtOnceOneWins() throws Exception {
        commit(first, ANN, note("a", 0, "0"));
        for (int round = 1; round <= ROUNDS; round++) {
            long version = round;
            List<Outcome> outcomes = atOnce(node -> commit(node, ANN, note("a", version, "1")));

            assertEquals(1, outcomes.stream().filter(Outcome::done).count(), outcomes::toString);
            assertTrue(outcomes.contains(Outcome.refused(ErrorCode.RECORD_CHANGED)), outcomes::toString);
        }
        assertEquals(ROUNDS + 1, first.history(ANN, new RecordKey("note", "a")).size());
        assertTrue(first.verify(ADMINISTRATOR).sound());
    }

    @Test
    void ofTwoWhoTakeTheSameKeyAtOnceOneWins() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String key = "claim/" + round;
            List<Outcome> outcomes = atOnce(node ->
                    commit(node, ANN, note(key + (node == first ? "/1" : "/2"), 0, "1", Map.of(), Set.of(key))));

            assertEquals(1, outcomes.stream().filter(Outcome::done).count(), outcomes::toString);
            assertTrue(outcomes.contains(Outcome.refused(ErrorCode.KEY_TAKEN)), outcomes::toString);
        }
        assertEquals(ROUNDS, ids(second, ANN, RecordQuery.of("note")).size());
    }

    @Test
    void theSameRequestSentToBothNodesAtOnceIsDoneOnce() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            Request request = new Request("key-" + round, "e".repeat(64));
            String id = "r" + round;
            List<Outcome> outcomes = atOnce(node -> node.commit(
                    ANN, new Changes(List.of(note(id + (node == first ? "/1" : "/2"), 0, "1")), Optional.of(request))));

            assertTrue(outcomes.stream().allMatch(Outcome::done), outcomes::toString);
            assertEquals(1, outcomes.stream().map(Outcome::id).distinct().count(), outcomes::toString);
            assertEquals(1, outcomes.stream().filter(Outcome::repeated).count(), outcomes::toString);
        }
        assertEquals(ROUNDS, ids(first, ANN, RecordQuery.of("note")).size());
    }

    @Test
    void twoPracticesOnTwoNodesNeverSeeEachOther() {
        Caller south = Caller.of("eve", "south", Role.CARE_MANAGER, "test");
        commit(first, ANN, note("a", 0, "\"north\"", Map.of("of", "x"), Set.of("k")));
        commit(second, south, note("a", 0, "\"south\"", Map.of("of", "x"), Set.of("k")));

        assertEquals("\"north\"", body(second, ANN, "a"));
        assertEquals("\"south\"", body(first, south, "a"));
        assertEquals(List.of("a"), ids(first, south, RecordQuery.of("note").where("of", "x")));
        assertFalse(first.get(south, new RecordKey("note", "b")).isPresent());
    }

    private interface Node {
        Commit ask(StoreComponent node);
    }

    /** What came of asking a node: the record's id, or the refusal's code. */
    private record Outcome(boolean done, boolean repeated, String id) {
        static Outcome refused(ErrorCode code) {
            return new Outcome(false, false, code.name());
        }
    }

    private List<Outcome> atOnce(Node asked) throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Outcome>> asking = new ArrayList<>();
            for (StoreComponent node : List.of(first, second)) {
                asking.add(threads.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return outcome(node, asked);
                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> each : asking) {
                outcomes.add(each.get(30, TimeUnit.SECONDS));
            }
            return outcomes;
        } finally {
            threads.shutdown();
        }
    }

    private static Outcome outcome(StoreComponent node, Node asked) {
        try {
            Commit commit = asked.ask(node);
            StoredRecord record = commit.records().get(0);
            return new Outcome(true, commit.repeated(), record.id());
        } catch (MedleyException e) {
            return Outcome.refused(e.code());
        }
    }
}
