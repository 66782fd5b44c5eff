package health.medley.benchmarks.chart;

import health.medley.benchmarks.measure.Turns;
import health.medley.benchmarks.measure.Window;
import health.medley.core.chart.ChartCounts;
import health.medley.core.chart.ChartSource;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One process of the run {@code chart}: reads in turns with bare Jackson, or watches the heap while reading once. */
public final class ChartFork {

    /** First word of a line that holds a turn. */
    static final String TURN = "turn";

    /** First word of the line that holds the peak of the heap in bytes. */
    static final String PEAK = "peak";

    private static final String SOURCE = "fhir-files";
    private static final long BETWEEN_LOOKS_NANOS = 100_000_000L;

    private static long lastLook;
    private static long peak;

    private ChartFork() {}

    /** Run with: folder of bundles, folder of the chart, then rounds, or the word {@code peak}. */
    public static void main(String[] arguments) throws IOException {
        Path chart = Path.of(arguments[1]);
        MedleyConfig config = new MedleyConfig().bundlesIn(Path.of(arguments[0]));
        try (Medley medley = Medley.start(config)) {
            ChartSource source = medley.port(ChartSource.class, SOURCE);
            if (arguments[2].equals(PEAK)) {
                peak(source, chart);
            } else {
                turns(source, chart, Integer.parseInt(arguments[2]));
            }
        }
    }

    private static void turns(ChartSource source, Path chart, int rounds) throws IOException {
        ChartTask ours = new ChartTask(source, chart, () -> {});
        BareJackson bare = new BareJackson(chart);
        long bytes = bare.work();
        ChartCounts counts = ours.read();
        long resources = counts.read().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()
                + counts.skipped().values().stream().mapToLong(Long::longValue).sum();
        if (counts.bytes() != bytes || resources != bare.resources()) {
            throw new IllegalStateException("Reading the chart: bare Jackson saw " + bytes + " bytes and "
                    + bare.resources() + " resources, Medley " + counts.bytes() + " and " + resources);
        }
        System.out.println("note\t" + counts.patients() + " patients, " + resources + " resources, " + bytes
                + " bytes; both saw all of them");
        Map<String, List<Window>> windows = Turns.run(List.of(ours, bare), 2, rounds, 300);
        windows.forEach((name, all) -> all.forEach(
                window -> System.out.println(TURN + "\t" + name + "\t" + window.done() + "\t" + window.cpuNanos())));
    }

    private static void peak(ChartSource source, Path chart) {
        ChartTask task = new ChartTask(source, chart, ChartFork::look);
        task.read();
        System.out.println(PEAK + "\t" + peak);
    }

    // what lives, not what happens to lie about: garbage is collected before each look
    private static void look() {
        if (System.nanoTime() - lastLook < BETWEEN_LOOKS_NANOS) {
            return;
        }
        System.gc();
        peak = Math.max(
                peak, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        lastLook = System.nanoTime();
    }
}
