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
 * The run {@code start}: the embedded platform, the server with HTTP and record, and Karaf start cold, in turns, each
 * repetition in a process of its own with its working files removed before.
 */
public final class StartRun {

    private static final String KARAF_PROMPT = "karaf@root";
    private static final String SERVES = "Medley serves ";

    private final Path bundles;
    private final Path home;
    private final Path karaf;
    private final Path work;
    private final String hostClassPath;
    private final List<Started> ours = new ArrayList<>();
    private final List<Started> servers = new ArrayList<>();
    private final List<Started> karafs = new ArrayList<>();

    private StartRun(Options options) {
        bundles = options.path("--bundles");
        home = options.path("--home");
        karaf = options.path("--karaf");
        work = options.path("--work");
        hostClassPath = options.text("--host-classpath");
    }

    /** Run with: {@code --bundles DIR --home DIR --karaf DIR --work DIR --host-classpath PATHS [--quick]}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Options options = new Options(List.of(arguments));
        StartRun run = new StartRun(options);
        int repetitions = options.pick(9, 3);
        run.medley();
        run.server();
        run.karaf();
        for (int i = 1; i <= repetitions; i++) {
            Started medley = run.medley();
            Started server = run.server();
            Started karaf = run.karaf();
            run.ours.add(medley);
            run.servers.add(server);
            run.karafs.add(karaf);
            System.out.printf(
                    Locale.ROOT,
                    "start: %d of %d  %s  %s  %s%n",
                    i,
                    repetitions,
                    text("Medley", medley),
                    text("serving", server),
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

    /** As its users start it: the shipped command, a new data directory, any free port. */
    private Started server() throws IOException, InterruptedException {
        Path data = work.resolve("data");
        remove(data);
        Path command = home.resolve("bin").resolve("medley");
        List<String> words = List.of(command.toString(), "serve", "--data", data.toString(), "--port", "0");
        return new ColdStart("Medley's server", words, work, SERVES)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .once();
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
        add(figures, "start.", ours);
        add(figures, "start.serve_", servers);
        return figures;
    }

    private void add(Figures figures, String name, List<Started> starts) {
        figures.add(name + "wall_s", median(starts, Started::wallSeconds), "s");
        figures.add(name + "cpu_s", median(starts, Started::cpuSeconds), "CPU-s");
        figures.add(name + "rss_mb", median(starts, Started::rssMegabytes), "MiB");
        figures.add(name + "vs_karaf_wall", ratio(starts, Started::wallSeconds), "ours/karaf, lower is better");
        figures.add(name + "vs_karaf_cpu", ratio(starts, Started::cpuSeconds), "ours/karaf, lower is better");
    }

    private static double median(List<Started> starts, ToDoubleFunction<Started> figure) {
        return Spread.of(starts.stream().map(figure::applyAsDouble).toList()).median();
    }

    private double ratio(List<Started> starts, ToDoubleFunction<Started> figure) {
        double[] above = starts.stream().mapToDouble(figure).toArray();
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
