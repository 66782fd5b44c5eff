package health.medley.benchmarks.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets clients write without a pause and counts what was acknowledged. */
final class Load {

    private Load() {}

    /** Something one client does over and over. */
    interface Stroke extends AutoCloseable {
        /** Do it once. */
        void once() throws Exception;

        @Override
        void close() throws Exception;
    }

    /** Strokes a second of wall time. */
    static double perSecond(List<Callable<Stroke>> clients, long millis) {
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        CountDownLatch ready = new CountDownLatch(clients.size());
        CountDownLatch go = new CountDownLatch(1);
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (Callable<Stroke> client : clients) {
                rates.add(threads.submit(() -> client(client, ready, go, millis)));
            }
            ready.await();
            go.countDown();
            double sum = 0;
            for (Future<Double> rate : rates) {
                sum += rate.get();
            }
            return sum;
        } catch (Exception e) {
            throw new IllegalStateException("A client failed: " + e.getMessage(), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static double client(Callable<Stroke> made, CountDownLatch ready, CountDownLatch go, long millis)
            throws Exception {
        try (Stroke stroke = made.call()) {
            ready.countDown();
            go.await();
            long begin = System.nanoTime();
            long end = begin + millis * 1_000_000;
            long done = 0;
            long now = begin;
            while (now < end) {
                stroke.once();
                done++;
                now = System.nanoTime();
            }
            return done * 1e9 / (now - begin);
        } catch (Exception e) {
            ready.countDown();
            throw e;
        }
    }
}
