package health.medley.benchmarks.measure;

/**
 * Hold what one task did in its turn.
 *
 * @param done units of work done
 * @param cpuNanos CPU time of the measuring thread
 * @param bytes bytes the measuring thread allocated
 */
public record Window(long done, long cpuNanos, long bytes) {

    /** Units of work a second of the thread's CPU time: what a core gives, however many others share it. */
    public double perSecond() {
        return done * 1e9 / cpuNanos;
    }

    /** Nanoseconds of CPU time for one unit. */
    public double nanosEach() {
        return (double) cpuNanos / done;
    }

    /** Bytes allocated for one unit. */
    public double bytesEach() {
        return (double) bytes / done;
    }
}
