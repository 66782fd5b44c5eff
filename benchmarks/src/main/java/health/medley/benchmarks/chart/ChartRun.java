package health.medley.benchmarks.chart;

import health.medley.benchmarks.measure.Figures;
import health.medley.benchmarks.measure.Fork;
import health.medley.benchmarks.measure.Options;
import health.medley.benchmarks.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The run {@code chart}: Medley's reader of FHIR files beside bare Jackson over the same files. */
public final class ChartRun {

    // a heap in which holding the files would fail
    private static final List<String> SMALL_HEAP = List.of("-Xmx128m", "-XX:+UseSerialGC");
    private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

    private final Map<String, List<Double>> rates = new HashMap<>();
    private double peakBytes;

    private ChartRun() {}

    /** Run with: {@code --bundles DIR --chart DIR --work DIR [--quick]}. */
    public static void main(String[] arguments) throws IOException {
        Options options = new Options(List.of(arguments));
        Path copies = options.path("--work").resolve("copies");
        remove(copies);
        System.out.println("chart: writing the files to read ...");
        long bytes = ChartCopies.write(options.path("--chart"), copies, options.pick(8, 3));
        System.out.printf(Locale.ROOT, "chart: %.0f MB of NDJSON, uncompressed%n", bytes / 1e6);
        ChartRun run = new ChartRun();
        String bundles = options.path("--bundles").toString();
        Fork.run(ChartFork.class, HEAP, List.of(bundles, copies.toString(), options.pick(9, 5) + ""), run::take);
        Fork.run(ChartFork.class, SMALL_HEAP, List.of(bundles, copies.toString(), ChartFork.PEAK), run::take);
        remove(copies);
        run.rates.forEach(ChartRun::show);
        Figures figures = new Figures();
        figures.add("chart.vs_jackson", run.ratio(), "ratio");
        figures.add("chart.peak_mb", run.peakBytes / (1024 * 1024), "MiB");
        figures.print(System.out);
    }

    private void take(String line) {
        String[] fields = line.split("\t");
        switch (fields[0]) {
            case ChartFork.TURN ->
                rates.computeIfAbsent(fields[1], name -> new ArrayList<>())
                        .add(Long.parseLong(fields[2]) * 1e3 / Long.parseLong(fields[3]));
            case ChartFork.PEAK -> peakBytes = Double.parseDouble(fields[1]);
            default -> System.out.println("chart: " + fields[fields.length - 1]);
        }
    }

    private double ratio() {
        return Spread.ofRatios(values("Medley"), values("bare Jackson")).median();
    }

    private double[] values(String name) {
        return rates.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static void show(String name, List<Double> rates) {
        Spread spread = Spread.of(rates);
        System.out.printf(
                Locale.ROOT,
                "chart: %-14s %,6.0f MB a CPU-second (%,.0f to %,.0f)%n",
                name,
                spread.median(),
                spread.least(),
                spread.most());
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : ChartCopies.files(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }
}
