package health.medley.billing.internal.month;

import health.medley.core.PatientRef;
import health.medley.core.billing.Determination;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.store.RecordDraft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Lets two threads compute the halves of a chunk: the caller's own and one of the bundle's. */
final class ChunkWorkers implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;
    /** Fewer patients are not worth a second thread. */
    private static final int FEW = 16;

    private final ThreadPoolExecutor second = new ThreadPoolExecutor(
            0, 1, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), ChunkWorkers::thread);

    ChunkWorkers() {
        // two chunks at once, of two practices: the later one is computed by its caller alone
        second.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "medley-month");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * What came of a part of a chunk.
     *
     * @param drafts what is to be committed
     * @param determinations what was determined
     */
    record Part(List<RecordDraft> drafts, List<Determination> determinations) {}

    /** Compute both halves, in their order; the first failure is the answer, given when neither works any more. */
    <T> List<T> parts(
            Map<PatientRef, List<EnrolledProgram>> patients, Function<Map<PatientRef, List<EnrolledProgram>>, T> work) {
        if (patients.size() < FEW) {
            return List.of(work.apply(patients));
        }
        Map<PatientRef, List<EnrolledProgram>> front = new LinkedHashMap<>();
        Map<PatientRef, List<EnrolledProgram>> back = new LinkedHashMap<>();
        int half = patients.size() / 2;
        patients.forEach((patient, programs) -> (front.size() < half ? front : back).put(patient, programs));
        CompletableFuture<T> beside = CompletableFuture.supplyAsync(() -> work.apply(back), second);
        T first;
        try {
            first = work.apply(front);
        } finally {
            // joining is not interrupted: no thread inside the store ever is
            beside.handle((done, failure) -> done).join();
        }
        return List.of(first, value(beside));
    }

    private static <T> T value(CompletableFuture<T> beside) {
        try {
            return beside.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        second.shutdown();
    }
}
