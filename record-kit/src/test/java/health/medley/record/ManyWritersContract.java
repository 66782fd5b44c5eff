package health.medley.record;

import static health.medley.record.StoreUnderTest.commit;
import static health.medley.record.StoreUnderTest.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Request;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a store promises to several threads. */
interface ManyWritersContract extends StoreUnderTest {

    /** How many. */
    int THREADS = 16;

    /** What one thread does. */
    interface Doing<T> {
        /** Do it as the {@code number}th. */
        T as(int number) throws Exception;
    }

    /** Have all threads begin at once, and give what each came to. */
    static <T> List<T> together(Doing<T> doing) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        try {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                calls.add(() -> {
                    barrier.await();
                    return doing.as(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The error code of an action, or "done". */
    static String outcome(Runnable action) {
        try {
            action.run();
            return "done";
        } catch (MedleyException e) {
            return e.code().name();
        }
    }

    private static long count(List<String> outcomes, String outcome) {
        return outcomes.stream().filter(outcome::equals).count();
    }

    @Test
    default void letsExactlyOneOfManyChangeARecord() throws Exception {
        RecordStore store = open();
        for (int round = 0; round < 20; round++) {
            int expected = round;
            List<String> outcomes =
                    together(number -> outcome(() -> commit(store, ANN, note("a", expected, "" + number))));
            assertEquals(1, count(outcomes, "done"), outcomes.toString());
            assertEquals(THREADS - 1, count(outcomes, ErrorCode.RECORD_CHANGED.name()), outcomes.toString());
        }
        assertEquals(20, store.history(ANN, new RecordKey("note", "a")).size());
    }

    @Test
    default void letsExactlyOneOfManyTakeAKey() throws Exception {
        RecordStore store = open();
        for (int round = 0; round < 20; round++) {
            Set<String> key = Set.of("k" + round);
            String prefix = "r" + round + "-";
            List<String> outcomes = together(
                    number -> outcome(() -> commit(store, ANN, note(prefix + number, 0, "{}", Map.of(), key))));
            assertEquals(1, count(outcomes, "done"), outcomes.toString());
            assertEquals(THREADS - 1, count(outcomes, ErrorCode.KEY_TAKEN.name()), outcomes.toString());
        }
    }

    @Test
    default void doesOneRequestOnceThoughManySendIt() throws Exception {
        RecordStore store = open();
        Request request = new Request("r", "f");
        List<Boolean> repeated = together(
                number -> store.commit(ANN, new Changes(List.of(note("a" + number, 0, "{}")), Optional.of(request)))
                        .repeated());
        assertEquals(1, repeated.stream().filter(again -> !again).count());
        assertEquals(
                1, store.read(ANN, RecordQuery.of("note"), new Collecting()).size());
    }

    @Test
    default void losesNothingOfWhatManyCommit() throws Exception {
        RecordStore store = open();
        together(number -> {
            for (int i = 0; i < 50; i++) {
                commit(store, ANN, note("t" + number + "-" + i, 0, "{}", Map.of("t", "" + number), Set.of()));
            }
            return true;
        });
        assertEquals(
                THREADS * 50,
                store.read(ANN, RecordQuery.of("note"), new Collecting()).size());
    }

    @Test
    default void refusesOneCommitWithoutFailingThoseBesideIt() throws Exception {
        RecordStore store = open();
        commit(store, ANN, note("taken", 0, "{}"));
        List<String> outcomes = together(number -> {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 30; i++) {
                String id = number % 2 == 0 ? "taken" : "n" + number + "-" + i;
                seen.add(outcome(() -> commit(store, ANN, note(id, 0, "{}"))));
            }
            return seen.toString();
        });
        assertEquals(THREADS / 2, count(outcomes, "[done]"), outcomes.toString());
        assertEquals(THREADS / 2, count(outcomes, "[RECORD_CHANGED]"), outcomes.toString());
    }

    @Test
    default void showsAReaderOneMoment() throws Exception {
        RecordStore store = open();
        commit(store, ANN, note("a", 0, "0"), note("b", 0, "0"));
        List<Boolean> whole = together(number -> {
            if (number == 0) {
                for (int i = 1; i <= 100; i++) {
                    commit(store, ANN, note("a", i, "" + i), note("b", i, "" + i));
                }
                return true;
            }
            for (int i = 0; i < 50; i++) {
                if (store.read(ANN, RecordQuery.of("note"), new Bodies()).size() != 1) {
                    return false;
                }
            }
            return true;
        });
        assertTrue(whole.stream().allMatch(one -> one), whole.toString());
    }

    @Test
    default void keepsAnInterruptForWhoeverWasInterrupted() throws Exception {
        RecordStore store = open();
        List<Boolean> kept = together(number -> {
            boolean all = true;
            for (int i = 0; i < 20; i++) {
                Thread.currentThread().interrupt();
                commit(store, ANN, note("t" + number + "-" + i, 0, "{}"));
                store.get(ANN, new RecordKey("note", "t0-0"));
                all &= Thread.interrupted();
            }
            return all;
        });
        assertTrue(kept.stream().allMatch(one -> one), kept.toString());
        assertEquals(
                THREADS * 20,
                store.read(ANN, RecordQuery.of("note"), new Collecting()).size());
    }

    /** The different bodies. */
    final class Bodies implements RecordReader<Set<String>> {
        private final Set<String> bodies = new HashSet<>();

        @Override
        public boolean take(StoredRecord found) {
            bodies.add(found.body());
            return true;
        }

        @Override
        public Set<String> result() {
            return Set.copyOf(bodies);
        }
    }
}
