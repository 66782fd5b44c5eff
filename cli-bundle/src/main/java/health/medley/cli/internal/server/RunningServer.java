package health.medley.cli.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import health.medley.cli.internal.report.Json;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs on a data directory of this machine.
 *
 * @param address its URL, without a path
 * @param process its process
 * @param ready whether it said that it is ready
 * @param tokenFile file with the administrator's token
 */
public record RunningServer(String address, long process, boolean ready, Path tokenFile) {

    private static final int TIMEOUT_MS = 10_000;
    private static final int FIRST_ERROR = 400;

    /**
     * An answer.
     *
     * @param status its status
     * @param body its body; null JSON if it has none
     */
    public record Answer(int status, JsonNode body) {}

    /** Ask for something without a token, whatever the answer. */
    public Answer open(String path) throws IOException {
        return ask("GET", path, null, false);
    }

    /** Read something as the administrator. */
    public JsonNode get(String path) throws IOException {
        return good(ask("GET", path, null, true), path);
    }

    /** Have something done as the administrator. */
    public JsonNode post(String path, Map<String, Object> body) throws IOException {
        return good(ask("POST", path, body, true), path);
    }

    private JsonNode good(Answer answer, String path) {
        if (answer.status() >= FIRST_ERROR) {
            throw new MedleyException(
                    answer.status() == FIRST_ERROR ? ErrorCode.ARGUMENT_INVALID : ErrorCode.SERVER_NOT_READY,
                    "Asking the server at " + address + " for " + path + ": it answers " + answer.status() + ", "
                            + answer.body().path("detail").asText() + ". "
                            + answer.body().path("next").asText());
        }
        return answer.body();
    }

    private Answer ask(String method, String path, @Nullable Map<String, Object> body, boolean asAdministrator)
            throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        connection.setConnectTimeout(TIMEOUT_MS);
        connection.setReadTimeout(TIMEOUT_MS);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Accept", "application/json");
        if (asAdministrator) {
            connection.setRequestProperty(
                    "Authorization", "Bearer " + Files.readString(tokenFile).strip());
        }
        if (body != null && !body.isEmpty()) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            connection.getOutputStream().write(Json.pretty(body).getBytes(StandardCharsets.UTF_8));
        }
        try {
            int status = connection.getResponseCode();
            return new Answer(
                    status, read(status < FIRST_ERROR ? connection.getInputStream() : connection.getErrorStream()));
        } catch (ConnectException e) {
            throw new MedleyException(
                    ErrorCode.SERVER_NOT_READY,
                    "Asking the server at " + address + ": nobody answers there, though process " + process
                            + " said it does; wait for it, or end it");
        } finally {
            connection.disconnect();
        }
    }

    private static JsonNode read(@Nullable InputStream in) throws IOException {
        if (in == null) {
            return NullNode.getInstance();
        }
        try (in) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.isBlank() ? NullNode.getInstance() : Json.read(text);
        }
    }
}
