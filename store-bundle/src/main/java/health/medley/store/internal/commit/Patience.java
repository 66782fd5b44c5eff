package health.medley.store.internal.commit;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Waits that an interrupt does not end: it is kept for whoever called. */
final class Patience {

    private Patience() {}

    private interface Wait<T> {
        T once(long nanos) throws InterruptedException;
    }

    static void await(CountDownLatch latch) {
        await(latch, Long.MAX_VALUE / 1_000_000);
    }

    static void await(CountDownLatch latch, long millis) {
        patiently(millis, nanos -> latch.await(nanos, TimeUnit.NANOSECONDS));
    }

    static <T> @Nullable T poll(BlockingQueue<T> queue, long millis) {
        return patiently(millis, nanos -> queue.poll(nanos, TimeUnit.NANOSECONDS));
    }

    static void join(Thread thread) {
        patiently(Long.MAX_VALUE / 1_000_000, nanos -> {
            thread.join();
            return true;
        });
    }

    private static <T> T patiently(long millis, Wait<T> wait) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.once(end - System.nanoTime());
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
