package health.medley.store.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a server again and again under writers that never wait, and counts what it lost. A writer that got no answer
 * asks again under the same name after the next start, as a careful client does.
 */
public final class KillLoop {

    private static final int MOST_ACKNOWLEDGED = 400;
    private static final int LONGEST_PAUSE_NANOS = 2_000_000;
    private static final long PATIENCE_SECONDS = 60;

    private final KillTarget target;
    private final int writers;
    private final Random random;
    private final Map<Integer, String> pending = new ConcurrentHashMap<>();
    private final AtomicLong names = new AtomicLong();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final List<Double> readySeconds = new ArrayList<>();
    private volatile boolean killed;

    /**
     * Prepare.
     *
     * @param target what is killed
     * @param writers how many write at once
     * @param seed of the moments
     */
    public KillLoop(KillTarget target, int writers, long seed) {
        this.target = target;
        this.writers = writers;
        this.random = new Random(seed);
    }

    /** Kill so many times, start once more, finish what is pending, and compare. */
    public KillReport run(int kills) {
        // the first start finds nothing to recover
        target.start();
        for (int i = 0; i < kills; i++) {
            killUnderWriters();
            start();
        }
        together(this::finishPending, () -> {});
        return report(kills);
    }

    private void start() {
        long begin = System.nanoTime();
        target.start();
        readySeconds.add((System.nanoTime() - begin) / 1e9);
    }

    private void killUnderWriters() {
        killed = false;
        Semaphore written = new Semaphore(0);
        together(writer -> writeOn(writer, written), () -> {
            if (!written.tryAcquire(1 + random.nextInt(MOST_ACKNOWLEDGED), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The server acknowledged " + written.availablePermits() + " entries in "
                        + PATIENCE_SECONDS + " s and then no more; expected it to go on");
            }
            LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE_NANOS));
            target.kill();
            killed = true;
        });
    }

    /** Write until the server is gone, or was killed behind the one that answers. */
    private void writeOn(int number, Semaphore written) {
        try (KillTarget.Writer writer = target.writer()) {
            while (!killed) {
                String name = pending.computeIfAbsent(number, n -> "entry-" + names.incrementAndGet());
                write(writer, number, name);
                written.release();
            }
        } catch (IOException e) {
            // no answer: the entry stays pending and is asked for again after the next start
            LockSupport.parkNanos(1);
        }
    }

    private void finishPending(int number) {
        String name = pending.get(number);
        if (name == null) {
            return;
        }
        try (KillTarget.Writer writer = target.writer()) {
            write(writer, number, name);
        } catch (IOException e) {
            throw new IllegalStateException("Writing again what was not acknowledged failed: " + e.getMessage(), e);
        }
    }

    private void write(KillTarget.Writer writer, int number, String name) throws IOException {
        if (writer.write(name)) {
            repeated.incrementAndGet();
        }
        acknowledged.add(name);
        pending.remove(number);
    }

    private void together(Work work, Meanwhile meanwhile) {
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                int number = i;
                running.add(threads.submit(() -> work.by(number)));
            }
            meanwhile.happen();
            for (Future<?> writer : running) {
                writer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while writers wrote", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("A writer did not end as it should", e);
        } finally {
            threads.shutdown();
        }
    }

    private KillReport report(int kills) {
        Map<String, Integer> times = new HashMap<>();
        target.kept().forEach(name -> times.merge(name, 1, Integer::sum));
        int lost = (int)
                acknowledged.stream().filter(name -> !times.containsKey(name)).count();
        int twice = (int) times.values().stream().filter(n -> n > 1).count();
        int unasked = (int) times.keySet().stream()
                .filter(name -> !acknowledged.contains(name))
                .count();
        Optional<String> flaw = unasked == 0 ? target.flaw() : Optional.of(unasked + " entries nobody wrote");
        List<Double> ready = readySeconds.stream().sorted().toList();
        double longest = ready.get(ready.size() - 1);
        double usual = ready.get(ready.size() / 2);
        return new KillReport(kills, acknowledged.size(), repeated.get(), lost, twice, longest, usual, flaw);
    }

    private interface Work {
        void by(int number);
    }

    private interface Meanwhile {
        void happen() throws InterruptedException;
    }
}
