package health.medley.benchmarks.close;

import health.medley.core.billing.MonthProgress;
import health.medley.core.billing.MonthService;
import health.medley.core.chart.ChartRegister;
import health.medley.core.ports.Lease;
import health.medley.core.ports.Ports;
import health.medley.core.practice.PracticeService;
import health.medley.core.store.RecordStore;
import health.medley.launcher.Medley;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** One process of the run {@code close}: writes the record of a month, closes it, or watches the heap meanwhile. */
public final class CloseFork {
    /** First word of the line with the seconds a closing took. */
    static final String SECONDS = "seconds";
    /** First word of the line with the peak of what lives in the heap, in bytes. */
    static final String HEAP = "heap";
    /** First word of the line with the other writer's waits. */
    static final String WAITS = "waits";

    private static final long BETWEEN_LOOKS_NANOS = 250_000_000L;

    private volatile boolean closing = true;
    private long peak;

    private CloseFork() {}

    /** Run with: folder of bundles, folder of the record, then a number of patients to write, or a word as above. */
    public static void main(String[] arguments) throws InterruptedException {
        try (Medley medley = ServedPractice.start(Path.of(arguments[0]), Path.of(arguments[1]))) {
            switch (arguments[2]) {
                case SECONDS -> timed(medley);
                case HEAP -> new CloseFork().heap(medley);
                default -> write(medley, Integer.parseInt(arguments[2]));
            }
        }
    }

    private static void write(Medley medley, int patients) {
        ClosePractice practice = new ClosePractice(
                medley.port(RecordStore.class), medley.port(ChartRegister.class), medley.port(PracticeService.class));
        System.out.println("note\t" + patients + " patients with " + practice.write(patients) + " time entries");
    }

    private static void timed(Medley medley) throws InterruptedException {
        SmallWriter writer = new SmallWriter(medley.port(RecordStore.class));
        writer.start();
        long begin = System.nanoTime();
        MonthProgress closed = close(medley);
        double seconds = (System.nanoTime() - begin) / 1e9;
        List<Double> waits = writer.end();
        System.out.println(SECONDS + "\t" + seconds + "\t" + closed.totals().byStatus());
        System.out.println(WAITS + "\t" + waits.get(2) + "\tmedian, 99th of 100 and longest wait: " + waits);
    }

    private static MonthProgress close(Medley medley) {
        MonthService months = medley.port(MonthService.class);
        try (Lease lease = medley.port(Ports.class).open(ServedPractice.caller())) {
            MonthProgress progress = months.close(lease.caller(), ClosePractice.MONTH);
            while (!progress.finished()) {
                progress = months.close(lease.caller(), ClosePractice.MONTH);
            }
            return progress;
        }
    }

    // what lives, not what happens to lie about: garbage is collected before each look
    private void heap(Medley medley) throws InterruptedException {
        Thread watcher = new Thread(this::watch, "watcher");
        watcher.start();
        try {
            close(medley);
        } finally {
            closing = false;
            watcher.join();
        }
        System.out.println(HEAP + "\t" + peak);
    }

    private void watch() {
        while (closing) {
            System.gc();
            peak = Math.max(
                    peak,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }
}
