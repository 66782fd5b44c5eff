package health.medley.store.internal;

import static health.medley.store.internal.TestStore.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.RecordKey;
import health.medley.core.store.StoreState;
import health.medley.store.internal.FaultyDatabase.Chosen;
import health.medley.store.internal.database.Failure;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class FaultTest {

    @TempDir
    Path directory;

    private static MedleyException refusal(Executable action) {
        return assertThrows(MedleyException.class, action);
    }

    private static void unavailable(String word, Executable action) {
        MedleyException refusal = refusal(action);
        assertEquals(ErrorCode.STORE_UNAVAILABLE, refusal.code());
        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }

    private static int versions(TestStore store, String id) {
        return store.records().history(ANN, new RecordKey("note", id)).size();
    }

    private static void awaitReady(TestStore store) {
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            while (!store.keeper().status(ANN).ready()) {
                Thread.onSpinWait();
            }
        });
    }

    @Test
    void refusesCommitsWhileTheDiskIsFullAndKeepsWhatItAcknowledged() {
        FaultyDatabase full = new FaultyDatabase(directory, "PRAGMA max_page_count = 60");
        int acknowledged = 0;
        try (TestStore store = new TestStore(full, directory)) {
            try {
                while (true) {
                    store.commit("n" + acknowledged, 0);
                    acknowledged++;
                }
            } catch (MedleyException e) {
                assertEquals(ErrorCode.STORE_UNAVAILABLE, e.code());
                assertTrue(e.getMessage().contains("make room"), e.getMessage());
            }
            String last = "n" + acknowledged;
            unavailable("make room", () -> store.commit(last, 0));
            // it reads on, and says so
            assertEquals(StoreState.READY, store.keeper().status(ANN).state());
            assertFalse(store.keeper().status(ANN).remarks().isEmpty());
            assertEquals(1, versions(store, "n0"));
        }
        assertTrue(acknowledged > 10, "acknowledged " + acknowledged);
        try (TestStore store = new TestStore(directory)) {
            assertEquals(acknowledged, store.keeper().verify(ANN).versions());
            store.commit("n" + acknowledged, 0);
            assertTrue(store.keeper().verify(ANN).sound());
        }
    }

    @Test
    void stopsForGoodWhenTheDiskIsNoLongerSure() {
        FaultyDatabase faulty = new FaultyDatabase(directory, "");
        try (TestStore store = new TestStore(faulty, directory)) {
            store.commit("a", 0);
            faulty.next(connection -> {
                throw new Chosen(Failure.FATAL);
            });
            unavailable("not known whether", () -> store.commit("a", 1));
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                while (store.keeper().status(ANN).state() != StoreState.FAILED) {
                    Thread.onSpinWait();
                }
            });
            unavailable("chosen by the test", () -> store.commit("a", 1));
            unavailable("chosen by the test", () -> store.records().get(ANN, new RecordKey("note", "a")));
            assertTrue(store.keeper().status(ANN).remarks().get(0).contains("chosen"));
        }
        try (TestStore store = new TestStore(directory)) {
            assertEquals(1, versions(store, "a"));
        }
    }

    @Test
    void acknowledgesWhatWasCommittedThoughTheAnswerWasLost() {
        FaultyDatabase faulty = new FaultyDatabase(directory, "");
        try (TestStore store = new TestStore(faulty, directory)) {
            store.commit("a", 0);
            faulty.next(connection -> {
                connection.commit();
                throw new Chosen(Failure.LOST);
            });
            assertEquals(2, store.commit("a", 1).version());
            awaitReady(store);
            assertEquals(2, versions(store, "a"));
        }
    }

    @Test
    void commitsAgainWhatWasNotCommittedWhenTheConnectionWasLost() {
        FaultyDatabase faulty = new FaultyDatabase(directory, "");
        try (TestStore store = new TestStore(faulty, directory)) {
            store.commit("a", 0);
            faulty.next(connection -> {
                throw new Chosen(Failure.LOST);
            });
            assertEquals(2, store.commit("a", 1).version());
            awaitReady(store);
            assertEquals(2, versions(store, "a"));
            assertTrue(store.keeper().verify(ANN).sound());
        }
    }

    @Test
    void doesAgainWhatAnotherWriterCameBetween() {
        FaultyDatabase faulty = new FaultyDatabase(directory, "");
        try (TestStore store = new TestStore(faulty, directory)) {
            faulty.next(connection -> {
                throw new Chosen(Failure.CONFLICT);
            });
            assertEquals(1, store.commit("a", 0).version());
            assertTrue(store.keeper().verify(ANN).sound());
        }
    }

    @Test
    void refusesAPageThatIsNotWhatWasWritten() throws Exception {
        TestStore.fill(directory);
        try (RandomAccessFile file =
                new RandomAccessFile(TestStore.file(directory).toFile(), "rw")) {
            // the middle of the file: a page of some table or index, its header kept
            file.seek(file.length() / 2 / 4096 * 4096 + 2);
            file.write(new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff});
        }
        try (TestStore store = new TestStore(directory)) {
            assertEquals(StoreState.FAILED, store.keeper().status(ANN).state());
            unavailable("restore a backup", () -> store.commit("a", 3));
        }
    }

    @Test
    void letsASecondStoreOfThisProcessWaitForTheFirst() {
        TestStore first = new TestStore(directory);
        try (TestStore second = new TestStore(directory)) {
            unavailable("another store is open", () -> second.commit("a", 0));
            assertEquals(StoreState.WAITING, second.keeper().status(ANN).state());
            // the second's attempt must not have given up the first's lock
            first.commit("a", 0);
            first.close();
            awaitReady(second);
            assertEquals(1, versions(second, "a"));
        }
    }

    @Test
    void waitsForADirectoryThatCannotBeWritten() throws Exception {
        Path file = Files.writeString(directory.resolve("store"), "a file where a directory is wanted");
        try (TestStore store = new TestStore(file)) {
            unavailable("cannot be written", () -> store.commit("a", 0));
            assertEquals(StoreState.WAITING, store.keeper().status(ANN).state());
            Files.delete(file);
            awaitReady(store);
            store.commit("a", 0);
        }
    }

    @Test
    void isNotDisturbedByStormsOfInterrupts() throws Exception {
        try (TestStore store = new TestStore(directory)) {
            AtomicBoolean over = new AtomicBoolean();
            List<Thread> writers = new ArrayList<>();
            for (int t = 0; t < 8; t++) {
                String name = "t" + t;
                Thread writer = new Thread(() -> {
                    for (int i = 0; i < 100; i++) {
                        store.commit(name, i);
                        store.records().history(ANN, new RecordKey("note", name));
                    }
                });
                writers.add(writer);
                writer.start();
            }
            Thread storm = new Thread(() -> {
                while (!over.get()) {
                    writers.forEach(Thread::interrupt);
                    Thread.yield();
                }
            });
            storm.start();
            for (Thread writer : writers) {
                writer.join();
            }
            over.set(true);
            storm.join();
            for (int t = 0; t < 8; t++) {
                assertEquals(100, versions(store, "t" + t));
            }
            assertEquals(800, store.keeper().verify(ANN).versions());
        }
    }

    @Test
    void answersNothingAfterItWasClosed() {
        TestStore store = new TestStore(directory);
        store.commit("a", 0);
        store.close();
        assertEquals(StoreState.CLOSED, store.keeper().status(ANN).state());
        unavailable("closed", () -> store.commit("a", 1));
    }
}
