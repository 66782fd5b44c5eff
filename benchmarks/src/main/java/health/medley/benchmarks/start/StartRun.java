package health.medley.benchmarks.start;

import health.medley.benchmarks.measure.Figures;
import health.medley.benchmarks.measure.Options;
import health.medley.benchmarks.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The run {@code start}: the embedded platform and Karaf start cold, in turns, each repetition in a process of its own
 * with its working files removed before.
 */
public final class StartRun {

    private static final String KARAF_PROMPT = "karaf@root";

    private final Path bundles;
    private final Path karaf;
    private final Path work;
    private final String hostClassPath;
    private final List<Started> ours = new ArrayList<>();
    private final List<Started> karafs = new ArrayList<>();

    private StartRun(Options options) {
        bundles = options.path("--bundles");
        karaf = options.path("--karaf");
        work = options.path("--work");
        hostClassPath = options.text("--host-classpath");
    }

    /** Run with: {@code --bundles DIR --karaf DIR --work DIR --host-classpath PATHS [--quick]}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = new Options(List.of(arguments));
        StartRun run = new StartRun(options);
        int repetitions = options.pick(9, 3);
        run.medley();
        run.karaf();
        for (int i = 1; i <= repetitions; i++) {
            Started medley = run.medley();
            Started karaf = run.karaf();
            run.ours.add(medley);
            run.karafs.add(karaf);
            System.out.printf(
                    Locale.ROOT,
                    "start: %d of %d  %s  %s%n",
                    i,
                    repetitions,
                    text("Medley", medley),
                    text("Karaf", karaf));
        }
        run.figures().print(System.out);
    }

    private Started medley() throws IOException, InterruptedException {
        Path home = work.resolve("medley");
        remove(home);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                List.of(java, "-cp", hostClassPath, EmbeddedStart.class.getName(), bundles.toString(), home.toString());
        return new ColdStart("Medley", command, work, EmbeddedStart.MARK).once();
    }

    private Started karaf() throws IOException, InterruptedException {
        remove(karaf.resolve("data"));
        String script = karaf.resolve("bin").resolve("karaf").toString();
        return new ColdStart("Karaf", List.of(script), karaf, KARAF_PROMPT)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .once();
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Figures figures() {
        Figures figures = new Figures();
        figures.add("start.wall_s", median(Started::wallSeconds), "s");
        figures.add("start.cpu_s", median(Started::cpuSeconds), "CPU-s");
        figures.add("start.rss_mb", median(Started::rssMegabytes), "MiB");
        figures.add("start.vs_karaf_wall", ratio(Started::wallSeconds), "ours/karaf, lower is better");
        figures.add("start.vs_karaf_cpu", ratio(Started::cpuSeconds), "ours/karaf, lower is better");
        return figures;
    }

    private double median(ToDoubleFunction<Started> figure) {
        return Spread.of(ours.stream().map(figure::applyAsDouble).toList()).median();
    }

    private double ratio(ToDoubleFunction<Started> figure) {
        double[] above = ours.stream().mapToDouble(figure).toArray();
        double[] below = karafs.stream().mapToDouble(figure).toArray();
        return Spread.ofRatios(above, below).median();
    }

    private static String text(String name, Started started) {
        return String.format(
                Locale.ROOT,
                "%s %.2f s, CPU %.2f s, %.0f MiB",
                name,
                started.wallSeconds(),
                started.cpuSeconds(),
                started.rssMegabytes());
    }
}
