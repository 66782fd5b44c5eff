package health.medley.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server as the holder of one token.
 *
 * @param address where the server is
 * @param token the token; empty for none
 */
public record ServerClient(String address, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What the server said. */
    public record Said(int status, String body, Optional<String> etag, Duration taken) {
        /** The body as JSON; missing if there is none. */
        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + body, e);
            }
        }

        /** The body of a good answer. */
        public JsonNode good() {
            if (status >= 300) {
                throw new IllegalStateException(status + " " + body);
            }
            return json();
        }
    }

    /** Ask for what is at a path. */
    public Said get(String path) {
        return send("GET", path, 0, "application/json", "");
    }

    /** Post JSON. */
    public Said post(String path, String body) {
        return send("POST", path, 0, "application/json", body);
    }

    /** Post JSON that changes version {@code version} of what is at the path. */
    public Said post(String path, long version, String body) {
        return send("POST", path, version, "application/json", body);
    }

    /** Send anything. */
    public Said send(String method, String path, long version, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", type)
                .header("If-Match", "\"" + version + "\"");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return sent(request.build());
    }

    private static Said sent(HttpRequest request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Said(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers().firstValue("ETag"),
                    Duration.ofNanos(System.nanoTime() - begun));
        } catch (IOException e) {
            return new Said(0, String.valueOf(e.getMessage()), Optional.empty(), Duration.ZERO);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted while asking", e);
        }
    }

    /** Make a token for somebody of this practice. */
    public ServerClient as(String user, String role) {
        String body = "{\"user\":\"" + user + "\",\"role\":\"" + role + "\"}";
        return new ServerClient(
                address, post("/api/tokens", body).good().path("secret").asText());
    }

    /** Wait for a job to end well; its last state. */
    public JsonNode awaitJob(JsonNode job) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = job;
        while (now.path("state").asText().equals("RUNNING") && System.nanoTime() < deadline) {
            // what is waited for happens in another process: nothing to wait on but time
            new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
            now = get("/api/jobs/" + job.path("id").asText()).good();
        }
        if (!now.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("The job did not end well: " + now);
        }
        return now;
    }
}
