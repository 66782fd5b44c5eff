package health.medley.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** What one input may cost: a second of processor time, however busy the machine is. */
public final class Budget {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private Budget() {}

    /** Something that is tried. */
    @FunctionalInterface
    public interface Trial {
        /** Try it. */
        void run() throws Exception;
    }

    /** Try it and refuse what takes too long. */
    public static void hold(Trial trial) throws Exception {
        long before = THREADS.getCurrentThreadCpuTime();
        trial.run();
        Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
        if (taken.compareTo(LIMIT) > 0) {
            throw new IllegalStateException("One input took " + taken + ": expected at most " + LIMIT);
        }
    }
}
