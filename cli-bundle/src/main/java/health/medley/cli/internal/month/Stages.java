package health.medley.cli.internal.month;

import health.medley.core.command.CommandOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Shows how far the work is and keeps how long each stage took. Made for one thread. */
public final class Stages {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final CommandOutput output;
    private final LongSupplier nanos;
    private final Map<String, Long> taken = new LinkedHashMap<>();

    /** Keep time by {@code nanos}, which only ever grows. */
    public Stages(CommandOutput output, LongSupplier nanos) {
        this.output = output;
        this.nanos = nanos;
    }

    /** Work that may fail on reading or writing. */
    @FunctionalInterface
    public interface Work<T> {
        /** Do it. */
        T run() throws IOException;
    }

    /** Do a stage of the work. */
    public <T> T stage(String name, Work<T> work) throws IOException {
        output.progress(name, 0, 0);
        return timed(name, work);
    }

    /** Do a part of a stage, adding to its time without showing it. */
    public <T> T timed(String name, Work<T> work) throws IOException {
        long start = nanos.getAsLong();
        try {
            return work.run();
        } finally {
            taken.merge(name, nanos.getAsLong() - start, Long::sum);
        }
    }

    /** Show how far a stage is. */
    public void progress(String name, long done, long total) {
        output.progress(name, done, total);
    }

    /** Seconds by stage, to the millisecond; a stage that runs inside another is taken off the outer one. */
    public Map<String, BigDecimal> seconds(String outer, String... inner) {
        Map<String, Long> own = new LinkedHashMap<>(taken);
        for (String part : inner) {
            own.merge(outer, -own.getOrDefault(part, 0L), Long::sum);
        }
        Map<String, BigDecimal> seconds = new LinkedHashMap<>();
        own.forEach((name, time) -> seconds.put(
                name,
                BigDecimal.valueOf(Math.max(0, time))
                        .divide(BigDecimal.valueOf(NANOS_PER_SECOND), 3, RoundingMode.HALF_UP)));
        return seconds;
    }
}
