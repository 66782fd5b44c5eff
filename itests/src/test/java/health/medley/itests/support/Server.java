package health.medley.itests.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.itests.Places;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code medley serve} of the unpacked distribution as a process of its own. */
public final class Server implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String FIRST = "Medley serves ";

    private final Path data;
    private final Process process;
    private final Path notes;
    private final String line;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper mapper = new ObjectMapper();

    private Server(Path data, Process process, Path notes, String line) {
        this.data = data;
        this.process = process;
        this.notes = notes;
        this.line = line;
    }

    /** How a process ended that was not to go on. */
    public record Ended(int code, String answers, String notes) {}

    /** Start a server on a data directory, at any free port, and wait until it says where it is. */
    public static Server start(Path data, String... words) throws IOException {
        Path notes = Files.createTempFile("medley-serve-", ".err");
        List<String> all = new ArrayList<>(List.of("serve", "--data", data.toString(), "--port", "0"));
        all.addAll(List.of(words));
        Process process = command(all).redirectError(notes.toFile()).start();
        BufferedReader answers =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = answers.readLine();
        if (line == null || !line.startsWith(FIRST)) {
            process.destroy();
            throw new IllegalStateException("The server said " + line + " and " + Files.readString(notes));
        }
        return new Server(data, process, notes, line);
    }

    /** Run a command of medley to its end. */
    public static Ended run(String... words) throws IOException, InterruptedException {
        Path answers = Files.createTempFile("medley-", ".out");
        Path notes = Files.createTempFile("medley-", ".err");
        Process process = command(List.of(words))
                .redirectOutput(answers.toFile())
                .redirectError(notes.toFile())
                .start();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("medley " + String.join(" ", words) + " does not end");
        }
        return new Ended(process.exitValue(), Files.readString(answers), Files.readString(notes));
    }

    private static ProcessBuilder command(List<String> words) {
        List<String> all =
                new ArrayList<>(List.of(Places.home().resolve("bin/medley").toString()));
        all.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** What it said when it was ready. */
    public String line() {
        return line;
    }

    /** Where it is. */
    public String address() {
        return line.substring(FIRST.length()).split(" ")[0];
    }

    /** What it printed beside its answers so far. */
    public String notes() throws IOException {
        return Files.readString(notes);
    }

    /** The administrator's token. */
    public String token() throws IOException {
        return Files.readString(data.resolve("admin.token")).strip();
    }

    /** Send a request with these headers; a body that is not empty is JSON. */
    public HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address() + path)).timeout(LIMIT);
        headers.forEach(request::header);
        if (body.isEmpty()) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            request.method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Ask as the administrator and read the answer, which must have this status. */
    public JsonNode ask(int status, String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path, body, Map.of("Authorization", "Bearer " + token()));
        assertEquals(status, answer.statusCode(), method + " " + path + ": " + answer.body());
        return mapper.readTree(answer.body());
    }

    /** Tell it to end, and do not wait. */
    public void tellToEnd() {
        process.destroy();
    }

    /** Tell it to end, as Ctrl-C and service managers do, and wait until it has. */
    public int end() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The server does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            end();
        }
    }
}
