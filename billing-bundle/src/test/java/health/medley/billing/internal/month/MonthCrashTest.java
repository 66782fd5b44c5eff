package health.medley.billing.internal.month;

import static health.medley.billing.internal.month.FakePractice.BILLER;
import static health.medley.billing.internal.month.FakePractice.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.billing.MonthProgress;
import health.medley.core.store.RecordStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stops a closing, and whoever else closes at the same time: calling again ends it, and no claim is twice. */
class MonthCrashTest {
    private static final int PATIENTS = 11;
    private static final int CHUNK = 3;

    /** What was kept, without when. */
    private static List<String> kept(FakePractice practice) {
        List<String> all = new ArrayList<>();
        practice.months(CHUNK)
                .determinations(BILLER, MONTH, Page.FIRST)
                .forEach(one -> all.add(one.id() + " " + one.version() + " " + one.determination()));
        practice.claims().claims(BILLER, MONTH, Page.FIRST).forEach(claim -> all.add(claim.toString()));
        all.add(practice.months(CHUNK).month(BILLER, MONTH).toString());
        return all;
    }

    private static FakePractice closed() {
        FakePractice practice = new FakePractice();
        practice.addBilled(1, PATIENTS);
        MonthCloseTest.closeAll(practice.months(CHUNK), BILLER);
        return practice;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aCrashBeforeOrAfterAnyCommitLosesNothingAndDoublesNothing(int crash) {
        for (boolean committed : new boolean[] {false, true}) {
            FakePractice practice = new FakePractice();
            practice.addBilled(1, PATIENTS);
            AtomicInteger commits = new AtomicInteger();
            practice.store = FakePort.through(RecordStore.class, practice.memory, method -> {
                if (method.equals("commit") && commits.getAndIncrement() == crash) {
                    throw new MedleyException(ErrorCode.STORE_UNAVAILABLE, "The node is gone");
                }
            });
            if (committed) {
                // the commit is done, and its answer lost
                RecordStore lossy = practice.memory;
                practice.store = FakePort.after(RecordStore.class, lossy, method -> {
                    if (method.equals("commit") && commits.getAndIncrement() == crash) {
                        throw new MedleyException(ErrorCode.STORE_UNAVAILABLE, "The node is gone");
                    }
                });
            }
            KeptMonthService before = practice.months(CHUNK);
            assertThrows(MedleyException.class, () -> MonthCloseTest.closeAll(before, BILLER));

            practice.store = practice.memory;
            MonthProgress progress = MonthCloseTest.closeAll(practice.months(CHUNK), BILLER);

            assertEquals(PATIENTS, progress.done());
            assertEquals(kept(closed()), kept(practice));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void severalClosersAtOnceDraftEachClaimOnce(int closers) throws Exception {
        for (int round = 0; round < 5; round++) {
            FakePractice practice = new FakePractice();
            practice.addBilled(1, PATIENTS);
            CyclicBarrier start = new CyclicBarrier(closers);
            ExecutorService threads = Executors.newFixedThreadPool(closers);
            List<Callable<MonthProgress>> work = new ArrayList<>();
            IntStream.range(0, closers)
                    .forEach(node -> work.add(() -> {
                        KeptMonthService months = practice.months(CHUNK);
                        start.await(10, TimeUnit.SECONDS);
                        return MonthCloseTest.closeAll(months, BILLER);
                    }));
            List<Future<MonthProgress>> ended = threads.invokeAll(work);
            for (Future<MonthProgress> one : ended) {
                assertTrue(one.get().finished());
                assertEquals(PATIENTS, one.get().done());
            }
            threads.shutdown();
            assertEquals(kept(closed()), kept(practice));
        }
    }

    @Test
    void everyCommitOfAClosingHoldsItsJournal() {
        FakePractice practice = closed();

        long versions = practice.months(CHUNK).month(BILLER, MONTH).version();

        // four chunks, the last one not full: no commit is left over for the journal alone
        assertEquals(4, versions);
        assertEquals(
                List.of(3, 6, 9, 11),
                MonthRecords.in(practice.memory).months().history(BILLER, MONTH.toString()).stream()
                        .map(journal -> journal.done())
                        .toList());
    }
}
