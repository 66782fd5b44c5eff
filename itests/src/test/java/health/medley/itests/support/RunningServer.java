package health.medley.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.itests.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server of the unpacked distribution as a process of its own, on a free port. */
public final class RunningServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path data;
    private final Path log;
    private final String address;

    private RunningServer(Process process, Path data, Path log) throws Exception {
        this.process = process;
        this.data = data;
        this.log = log;
        this.address = awaitReady();
    }

    /** Start it with its data in {@code data}; returns once it is ready. */
    public static RunningServer start(Path data, String... options) throws Exception {
        Files.createDirectories(data.toAbsolutePath().getParent());
        List<String> words =
                new ArrayList<>(List.of(Places.home().resolve("bin/medley").toString(), "serve"));
        words.addAll(List.of("--data", data.toString(), "--port", "0"));
        words.addAll(List.of(options));
        Path log = data.resolveSibling(data.getFileName() + ".log");
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return new RunningServer(builder.start(), data, log);
    }

    private String awaitReady() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Path place = data.resolve("server.json");
        while (System.nanoTime() < deadline) {
            if (Files.isReadable(place) && Files.isReadable(data.resolve("admin.token"))) {
                JsonNode where = new ObjectMapper().readTree(place.toFile());
                String found = where.path("address").asText();
                boolean ours = where.path("process").asLong() == process.pid();
                if (ours && new ServerClient(found, "").get("/health").status() == 200) {
                    return found;
                }
            }
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The server ended with " + process.exitValue() + ": " + log());
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server was not ready in " + PATIENCE_SECONDS + " s: " + log());
    }

    /** Where it is, {@code http://127.0.0.1:PORT}. */
    public String address() {
        return address;
    }

    /** The administrator of its first practice. */
    public ServerClient administrator() throws IOException {
        return new ServerClient(
                address, Files.readString(data.resolve("admin.token")).strip());
    }

    /** All it printed. */
    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Stop it as its owner would. */
    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The server did not stop: " + log());
        }
    }
}
