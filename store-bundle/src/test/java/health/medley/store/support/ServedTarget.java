package health.medley.store.support;

import health.medley.store.support.HttpLine.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code medley serve}, the whole of it, which takes time entries over HTTP and is killed. */
public final class ServedTarget implements KillTarget {

    private static final int PATIENTS = 50;
    private static final int CREATED = 201;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final long GLANCE_NANOS = 20_000_000;
    private static final String TYPE = "Content-Type";
    private static final String JSON = "application/json";
    private static final String SAID = "Medley serves ";
    private static final Pattern NAME = Pattern.compile("\"note\":\"(entry-\\d+)\"");
    private static final OffsetDateTime BEGIN = OffsetDateTime.of(2025, 3, 1, 6, 0, 0, 0, ZoneOffset.UTC);

    private final Path home;
    private final Path data;
    private final List<String> patients = new ArrayList<>();
    private Process process;
    private int port;
    private String token = "";

    /**
     * Serve from {@code data}.
     *
     * @param home the unpacked distribution
     * @param data a data directory that is not there yet
     * @param url of a PostgreSQL; empty for SQLite
     */
    public ServedTarget(Path home, Path data, String url) {
        this.home = home;
        this.data = data;
        if (!url.isEmpty()) {
            configure(url);
        }
    }

    private void configure(String url) {
        try {
            Files.createDirectories(data.resolve("conf"));
            Files.writeString(
                    data.resolve("conf").resolve("medley.properties"),
                    "medley.store.url=" + url + "\nmedley.store.user=" + PostgresServer.USER
                            + "\nmedley.store.password=" + PostgresServer.PASSWORD + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Configuring the server in " + data, e);
        }
    }

    @Override
    public void start() {
        try {
            launch();
            if (patients.isEmpty()) {
                prepare();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Starting the server in " + data, e);
        }
    }

    private void launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        home.resolve("bin").resolve("medley").toString(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        "0")
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        home.resolveSibling("serve.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null || !line.startsWith(SAID)) {
            throw new IOException("The server said " + line + "; see " + home.resolveSibling("serve.log"));
        }
        port = URI.create(line.substring(SAID.length()).split(" ")[0]).getPort();
        token = Files.readString(data.resolve("admin.token")).strip();
    }

    /** A practice, and patients to write for. */
    private void prepare() throws IOException {
        Path practice = home.resolve("sample-practice").resolve("practice.json");
        try (HttpLine line = line()) {
            good(line.ask("PUT", "/api/practice", Map.of("If-Match", "\"0\"", TYPE, JSON), Files.readString(practice)));
            StringBuilder chart = new StringBuilder();
            for (int i = 0; i < PATIENTS; i++) {
                chart.append("{\"resourceType\":\"Patient\",\"id\":\"kill-")
                        .append(i)
                        .append("\"}\n");
            }
            Map<String, String> type = Map.of(TYPE, "application/fhir+ndjson");
            finish(line, good(line.ask("POST", "/api/chart?name=kill.ndjson", type, chart.toString())));
            for (int i = 0; i < PATIENTS; i++) {
                String found = good(line.ask(
                        "POST", "/api/patients/lookup", Map.of(TYPE, JSON), "{\"fhirId\":\"kill-" + i + "\"}"));
                patients.add(member(found, "patient"));
            }
        }
    }

    private HttpLine line() throws IOException {
        return new HttpLine(port, Map.of("Authorization", "Bearer " + token));
    }

    @Override
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public Writer writer() throws IOException {
        return new Line(line(), patients);
    }

    @Override
    public List<String> kept() {
        List<String> names = new ArrayList<>();
        try (HttpLine line = line()) {
            for (String patient : patients) {
                Matcher name = NAME.matcher(good(line.get("/api/patients/" + patient + "/time?month=2025-03")));
                while (name.find()) {
                    names.add(name.group(1));
                }
            }
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException("Listing entries", e);
        }
    }

    @Override
    public Optional<String> flaw() {
        try (HttpLine line = line()) {
            String job = finish(line, good(line.ask("POST", "/api/store/verifications", Map.of(), "")));
            return job.contains("\"sound\":true") ? Optional.empty() : Optional.of(job);
        } catch (IOException e) {
            throw new UncheckedIOException("Verifying", e);
        }
    }

    private static String finish(HttpLine line, String job) throws IOException {
        String now = job;
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
        while (member(now, "state").equals("RUNNING") && System.nanoTime() < end) {
            LockSupport.parkNanos(GLANCE_NANOS);
            now = good(line.get("/api/jobs/" + member(job, "id")));
        }
        if (!member(now, "state").equals("DONE")) {
            throw new IOException("The job did not end well: " + now);
        }
        return now;
    }

    private static String good(Answer answer) throws IOException {
        if (answer.status() >= 300) {
            throw new IOException("The server answered " + answer);
        }
        return answer.body();
    }

    private static String member(String json, String name) throws IOException {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!found.find()) {
            throw new IOException("Expected a member \"" + name + "\" in " + json);
        }
        return found.group(1);
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private record Line(HttpLine line, List<String> patients) implements Writer {

        @Override
        public boolean write(String name) throws IOException {
            int number = Integer.parseInt(name.substring(name.indexOf('-') + 1));
            OffsetDateTime start = BEGIN.plusSeconds(number % 2_000_000);
            Answer answer = line.ask(
                    "POST",
                    "/api/patients/" + patients.get(number % patients.size()) + "/time",
                    Map.of("Idempotency-Key", name, TYPE, JSON),
                    body(start, name));
            if (answer.status() >= FIRST_SERVER_ERROR) {
                throw new IOException("Not now: " + answer);
            }
            if (answer.status() != CREATED) {
                throw new IllegalStateException("Writing " + name + ": expected 201, got " + answer);
            }
            return Boolean.parseBoolean(answer.headers().get("idempotency-replayed"));
        }

        private static String body(OffsetDateTime start, String name) {
            return "{\"start\":\"" + start.toInstant() + "\",\"end\":\""
                    + start.plusSeconds(60).toInstant()
                    + "\",\"performer\":\"rn.alvarez\",\"role\":\"STAFF\",\"kind\":\"call\","
                    + "\"program\":\"ccm\",\"note\":\"" + name + "\"}";
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
