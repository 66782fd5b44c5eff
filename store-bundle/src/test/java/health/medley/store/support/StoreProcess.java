package health.medley.store.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Request;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.store.ChainFlaw;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoreStatus;
import health.medley.core.store.StoredRecord;
import health.medley.record.RecordIds;
import health.medley.store.internal.KeptRecords;
import health.medley.store.internal.chain.Sha256;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.internal.keeping.DatabaseKeeper;
import health.medley.store.internal.keeping.RunningStore;
import health.medley.store.internal.postgresql.PostgresDatabase;
import health.medley.store.internal.sqlite.SqliteDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * The store alone in a process of its own, with a little HTTP in front: {@code POST /entries} with an
 * {@code Idempotency-Key}, {@code GET /entries}, {@code GET /verify}, {@code GET /status}. Prints its port.
 */
public final class StoreProcess {

    private static final String KIND = "time-entry";
    private static final Caller CALLER = Caller.of("rn", "lakeside", Role.CARE_MANAGER, "kill test");
    private static final Caller ADMINISTRATOR = Caller.of("root", "lakeside", Role.ADMINISTRATOR, "kill test");
    private static final PatientRef PATIENT = new PatientRef("p" + "2".repeat(26));
    private static final int CONNECTIONS = 64;

    private final RecordStore records;
    private final StoreKeeper keeper;
    private final RecordIds ids = new RecordIds(Clock.systemUTC());

    private StoreProcess(RunningStore running) {
        records = new KeptRecords(running);
        keeper = new DatabaseKeeper(running);
    }

    /** Run with the store's directory, URL and user; the password is in {@code MEDLEY_TEST_PASSWORD}. */
    public static void main(String[] arguments) throws IOException {
        String password = System.getenv().getOrDefault("MEDLEY_TEST_PASSWORD", "");
        StoreSettings settings = new StoreSettings(Path.of(arguments[0]), arguments[1], arguments[2], password);
        Database database =
                settings.url().isEmpty() ? new SqliteDatabase(settings.directory()) : new PostgresDatabase(settings);
        StoreProcess process = new StoreProcess(new RunningStore(database, settings.directory(), Clock.systemUTC()));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CONNECTIONS);
        server.setExecutor(Executors.newFixedThreadPool(CONNECTIONS));
        server.createContext("/", process::answer);
        server.start();
        System.out.println(server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            try {
                respond(
                        exchange,
                        switch (asked) {
                            case "POST /entries" -> write(exchange);
                            case "GET /entries" -> new Said(200, String.join("\n", names()));
                            case "GET /verify" -> new Said(200, flaw());
                            case "GET /status" -> new Said(200, status());
                            default -> new Said(404, asked);
                        });
            } catch (MedleyException e) {
                respond(exchange, new Said(e.code().equals(ErrorCode.STORE_UNAVAILABLE) ? 503 : 500, e.getMessage()));
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
                respond(exchange, new Said(500, e.toString()));
            }
        }
    }

    private record Said(int status, String body) {}

    private Said write(HttpExchange exchange) {
        String name = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        RecordDraft draft = new RecordDraft(
                new RecordKey(KIND, ids.next()),
                0,
                1,
                "{\"name\":\"" + name + "\",\"note\":\"phone call about medication reconciliation and refills\"}",
                Optional.of(PATIENT),
                Optional.of(ServiceMonth.parse("2026-10")),
                Map.of("name", name),
                Set.of(),
                "");
        Request request = new Request(name, Sha256.hex(Sha256.digest().digest(name.getBytes(StandardCharsets.UTF_8))));
        Commit commit = records.commit(CALLER, new Changes(List.of(draft), Optional.of(request)));
        exchange.getResponseHeaders().set("Idempotency-Replayed", Boolean.toString(commit.repeated()));
        return new Said(201, commit.records().get(0).id());
    }

    private List<String> names() {
        return records.read(CALLER, RecordQuery.of(KIND), new Names(new ArrayList<>()));
    }

    private record Names(List<String> found) implements RecordReader<List<String>> {
        @Override
        public boolean take(StoredRecord record) {
            return found.add(record.index().get("name"));
        }

        @Override
        public List<String> result() {
            return List.copyOf(found);
        }
    }

    private String flaw() {
        return keeper.verify(ADMINISTRATOR).first().map(ChainFlaw::toString).orElse("");
    }

    private String status() {
        StoreStatus status = keeper.status(ADMINISTRATOR);
        return status.state() + " " + status.remarks();
    }

    private static void respond(HttpExchange exchange, Said said) throws IOException {
        byte[] bytes = said.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
