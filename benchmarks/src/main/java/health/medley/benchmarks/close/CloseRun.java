package health.medley.benchmarks.close;

import health.medley.benchmarks.measure.Figures;
import health.medley.benchmarks.measure.Fork;
import health.medley.benchmarks.measure.Options;
import health.medley.benchmarks.measure.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The run {@code close}: a month closed by Medley on SQLite, and by PostgreSQL with Drools, in turns. */
public final class CloseRun {
    private static final int PATIENTS = 100_000;
    private static final int QUICK_PATIENTS = 10_000;
    private static final double MEBIBYTE = 1024 * 1024;
    private static final String PEER = "health.medley.benchmarks.drools.PostgresClose";
    private static final String PEER_SECONDS = "peer";
    private static final List<String> LARGE_HEAP = List.of("-Xmx1g");
    private static final List<String> SMALL_HEAP = List.of("-Xmx256m", "-XX:+UseParallelGC");

    private final Options options;
    private final int patients;
    private final String bundles;
    private final Path work;
    private final Map<String, List<Double>> found = new HashMap<>();

    private CloseRun(Options options) throws IOException {
        this.options = options;
        this.patients = options.pick(PATIENTS, QUICK_PATIENTS);
        this.bundles = options.path("--bundles").toString();
        this.work = Files.createTempDirectory(Files.createDirectories(options.path("--work")), "close-");
    }

    /** Run with: {@code --bundles DIR --work DIR [--quick]}. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        CloseRun run = new CloseRun(new Options(List.of(arguments)));
        try {
            run.rounds();
        } finally {
            remove(run.work);
        }
        run.figures().print(System.out);
    }

    private void rounds() throws IOException, ClassNotFoundException {
        Path written = Files.createDirectories(work.resolve("written"));
        System.out.println("close: writing the record of " + patients + " patients ...");
        fork(CloseFork.class, LARGE_HEAP, bundles, written.toString(), Integer.toString(patients));
        for (int round = 0; round < options.pick(3, 1); round++) {
            closing(written, CloseFork.SECONDS);
            fork(Class.forName(PEER), LARGE_HEAP, Integer.toString(patients));
        }
        closing(written, CloseFork.HEAP);
    }

    /** Each closing has a copy of the record for itself. */
    private void closing(Path written, String what) throws IOException {
        Path copy = work.resolve("copy");
        copy(written, copy);
        fork(CloseFork.class, SMALL_HEAP, bundles, copy.toString(), what);
        remove(copy);
    }

    private void fork(Class<?> main, List<String> heap, String... words) {
        Fork.run(main, heap, List.of(words), this::take);
    }

    private void take(String line) {
        String[] fields = line.split("\t");
        if (!fields[0].equals("note")) {
            found.computeIfAbsent(fields[0], added -> new ArrayList<>()).add(Double.valueOf(fields[1]));
        }
        System.out.println("close: " + String.join("  ", fields));
    }

    private Figures figures() {
        Figures figures = new Figures();
        double seconds = Spread.of(found.get(CloseFork.SECONDS)).median();
        double peer = Spread.of(found.get(PEER_SECONDS)).median();
        figures.add("close.seconds", seconds, "s, " + patients + " patients");
        figures.add("close.heap_mb", Spread.of(found.get(CloseFork.HEAP)).most() / MEBIBYTE, "MiB");
        figures.add(
                "close.writer_wait_ms", Spread.of(found.get(CloseFork.WAITS)).most(), "ms, the longest");
        figures.add("close.vs_peer", peer / seconds, "ratio");
        return figures;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
