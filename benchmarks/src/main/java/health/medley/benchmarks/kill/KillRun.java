package health.medley.benchmarks.kill;

import health.medley.benchmarks.measure.Figures;
import health.medley.benchmarks.measure.Options;
import health.medley.store.support.KillLoop;
import health.medley.store.support.KillReport;
import health.medley.store.support.KillTarget;
import health.medley.store.support.PostgresServer;
import health.medley.store.support.ServedTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The run {@code kill}: {@code medley serve} is killed with SIGKILL at random moments under 16 writers that post time
 * entries over HTTP; whoever got no answer asks again under the same idempotency key.
 */
public final class KillRun {

    private static final int WRITERS = 16;
    private static final int FULL = 1_000;
    private static final int QUICK = 20;

    private KillRun() {}

    /** Run with: {@code --work DIR --home DISTRIBUTION --store sqlite|postgresql [--kills N] [--quick]}. */
    public static void main(String[] arguments) throws IOException {
        Options options = new Options(List.of(arguments));
        Path data = Files.createTempDirectory(Files.createDirectories(options.path("--work")), "kill-")
                .resolve("data");
        int kills = options.words().contains("--kills")
                ? Integer.parseInt(options.text("--kills"))
                : options.pick(FULL, QUICK);
        KillReport report = run(options, data, kills);
        System.out.println("kill: " + report);
        Figures figures = new Figures();
        figures.add("kill.kills", report.kills(), "kills");
        figures.add("kill.lost", report.lost(), "acknowledged entries");
        figures.add("kill.twice", report.twice(), "entries");
        figures.add("kill.ready_s", report.readySeconds(), "s, the longest");
        figures.print(System.out);
        if (!report.kept()) {
            throw new IllegalStateException("The server did not keep its word: " + report);
        }
    }

    private static KillReport run(Options options, Path data, int kills) {
        Path home = options.path("--home");
        return switch (options.text("--store")) {
            case "sqlite" -> {
                try (KillTarget target = new ServedTarget(home, data, "")) {
                    yield new KillLoop(target, WRITERS, System.nanoTime()).run(kills);
                }
            }
            case "postgresql" -> {
                try (PostgresServer server = PostgresServer.start();
                        KillTarget target = new ServedTarget(home, data, server.url())) {
                    yield new KillLoop(target, WRITERS, System.nanoTime()).run(kills);
                }
            }
            default ->
                throw new IllegalArgumentException(
                        "Option --store " + options.text("--store") + ": expected sqlite or postgresql");
        };
    }
}
