package health.medley.benchmarks.port;

import com.sun.management.ThreadMXBean;
import health.medley.benchmarks.measure.Window;
import health.medley.core.Caller;
import health.medley.core.eligibility.EligibilityCriterion;
import health.medley.core.eligibility.EligibilityQuestion;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Call one criterion over and over from several threads at once. */
final class CallLoop {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final EligibilityCriterion criterion;
    private final Caller even;
    private final Caller odd;
    private final EligibilityQuestion question;

    /**
     * Prepare.
     *
     * @param criterion what is called
     * @param even the caller of every other call
     * @param odd the caller of the calls between; the same one for work that is done for one caller
     * @param question handed over
     */
    CallLoop(EligibilityCriterion criterion, Caller even, Caller odd, EligibilityQuestion question) {
        this.criterion = criterion;
        this.even = even;
        this.odd = odd;
        this.question = question;
    }

    /** Make {@code calls} calls on each of {@code threads} threads; the window sums the threads up. */
    Window run(int threads, int calls) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier together = new CyclicBarrier(threads);
            Callable<Window> one = () -> measured(together, calls);
            List<Callable<Window>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(one);
            }
            long done = 0;
            long cpu = 0;
            long bytes = 0;
            for (Future<Window> future : pool.invokeAll(all)) {
                Window window = future.get();
                done += window.done();
                cpu += window.cpuNanos();
                bytes += window.bytes();
            }
            return new Window(done, cpu, bytes);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Calling the probe " + calls + " times failed", e.getCause());
        } finally {
            pool.shutdown();
        }
    }

    private Window measured(CyclicBarrier together, int calls) throws InterruptedException, BrokenBarrierException {
        together.await();
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long begin = THREADS.getCurrentThreadCpuTime();
        long letters = loop(calls);
        long cpu = THREADS.getCurrentThreadCpuTime() - begin;
        long allocated = THREADS.getThreadAllocatedBytes(thread) - bytes;
        if (letters == 0) {
            throw new IllegalStateException("Calling the probe " + calls + " times: expected a code in each answer");
        }
        return new Window(calls, cpu, allocated);
    }

    // what the answers hold is used, so that no call can be left out
    private long loop(int calls) {
        long letters = 0;
        for (int i = 0; i < calls; i++) {
            letters +=
                    criterion.check((i & 1) == 0 ? even : odd, question).code().length();
        }
        return letters;
    }
}
