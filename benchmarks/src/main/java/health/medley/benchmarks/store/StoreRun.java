package health.medley.benchmarks.store;

import health.medley.benchmarks.measure.Figures;
import health.medley.benchmarks.measure.Options;
import health.medley.benchmarks.measure.Spread;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.internal.postgresql.PostgresDatabase;
import health.medley.store.internal.sqlite.SqliteDatabase;
import health.medley.store.support.KillTarget;
import health.medley.store.support.PostgresServer;
import health.medley.store.support.ServedTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The run {@code store}: durable time entries on Medley's store and on PostgreSQL written by hand, in turns, with 1, 8
 * and 16 clients; then over HTTP.
 */
public final class StoreRun {

    private static final int[] CLIENTS = {1, 8, 16};
    private static final int HTTP_CLIENTS = 16;

    private final Options options;
    private final Path work;
    private final Map<String, List<Double>> rates = new TreeMap<>();

    private StoreRun(Options options) throws IOException {
        this.options = options;
        this.work = Files.createTempDirectory(Files.createDirectories(options.path("--work")), "store-");
    }

    /** Run with: {@code --work DIR --home DISTRIBUTION [--quick]}. */
    public static void main(String[] arguments) throws IOException, SQLException {
        StoreRun run = new StoreRun(new Options(List.of(arguments)));
        Figures figures = new Figures();
        run.inTurns();
        run.figures(figures);
        figures.add("store.http_per_second", run.http(), "1/s");
        figures.print(System.out);
    }

    private void inTurns() throws SQLException {
        try (PostgresServer server = PostgresServer.start("shared_buffers=256MB");
                Durable sqlite = new Ours(
                        "Medley on SQLite", new SqliteDatabase(work.resolve("sqlite")), work.resolve("sqlite"));
                Durable postgres = new Ours("Medley on PostgreSQL", postgres(server), work.resolve("postgresql"));
                Durable floor = new HandWritten(server)) {
            List<Durable> contestants = List.of(sqlite, floor, postgres);
            int rounds = options.pick(7, 3);
            for (int round = 0; round <= rounds; round++) {
                for (int clients : CLIENTS) {
                    for (Durable contestant : contestants) {
                        turn(contestant, clients, round);
                    }
                }
            }
        }
    }

    /** The first round warms up. */
    private void turn(Durable contestant, int clients, int round) {
        List<Callable<Load.Stroke>> strokes = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Entries entries = new Entries(1_000L * round + i);
            strokes.add(() -> new Stroke(contestant.client(), entries));
        }
        double rate = Load.perSecond(strokes, options.pick(3_000, 1_500));
        if (round > 0) {
            rates.computeIfAbsent(key(contestant.name(), clients), key -> new ArrayList<>())
                    .add(rate);
            System.out.printf(
                    Locale.ROOT,
                    "store: round %d  %2d clients  %-20s %,8.0f/s%n",
                    round,
                    clients,
                    contestant.name(),
                    rate);
        }
    }

    private record Stroke(Durable.Client client, Entries entries) implements Load.Stroke {
        @Override
        public void once() throws Exception {
            client.write(entries.next());
        }

        @Override
        public void close() throws Exception {
            client.close();
        }
    }

    /** The whole server in a process of its own, clients in this one; the first rounds warm up. */
    private double http() {
        List<Double> served = new ArrayList<>();
        try (KillTarget target = new ServedTarget(options.path("--home"), work.resolve("served"), "")) {
            target.start();
            AtomicInteger names = new AtomicInteger();
            for (int round = -2; round < options.pick(7, 4); round++) {
                List<Callable<Load.Stroke>> strokes = new ArrayList<>();
                for (int i = 0; i < HTTP_CLIENTS; i++) {
                    strokes.add(() -> new Posting(target.writer(), names));
                }
                double rate = Load.perSecond(strokes, options.pick(5_000, 3_000));
                System.out.printf(
                        Locale.ROOT, "store: round %d  %2d clients  over HTTP  %,8.0f/s%n", round, HTTP_CLIENTS, rate);
                if (round >= 0) {
                    served.add(rate);
                }
            }
        }
        return Spread.of(served).median();
    }

    private record Posting(KillTarget.Writer writer, AtomicInteger names) implements Load.Stroke {
        @Override
        public void once() throws IOException {
            writer.write("entry-" + names.incrementAndGet());
        }

        @Override
        public void close() {
            writer.close();
        }
    }

    private PostgresDatabase postgres(PostgresServer server) {
        return new PostgresDatabase(new StoreSettings(
                work.resolve("postgresql"), server.url(), PostgresServer.USER, PostgresServer.PASSWORD));
    }

    private void figures(Figures figures) {
        for (int clients : CLIENTS) {
            figures.add("store.per_second." + clients, median("Medley on SQLite", clients), "1/s");
        }
        for (int clients : new int[] {1, 8}) {
            figures.add("store.vs_postgresql." + clients, ratio(clients), "ours/postgresql, higher is better");
        }
    }

    private double median(String name, int clients) {
        return Spread.of(rates.get(key(name, clients))).median();
    }

    private double ratio(int clients) {
        return Spread.ofRatios(
                        rates.get(key("Medley on SQLite", clients)).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray(),
                        rates.get(key("PostgreSQL by hand", clients)).stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                .median();
    }

    private static String key(String name, int clients) {
        return name + " " + clients;
    }
}
