package health.medley.store.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The store alone, in a process that is killed. */
public final class StoreTarget implements KillTarget {

    private static final int CREATED = 201;
    private static final int UNAVAILABLE = 503;
    private static final long GLANCE_NANOS = 5_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final Path directory;
    private final String url;
    private final List<String> wrapper;
    private Process process;
    private int port;

    /**
     * Keep the record in {@code directory}, or on PostgreSQL.
     *
     * @param url of the server; empty for SQLite
     * @param wrapper words before the command of the process ({@code prlimit ...}); may be empty
     */
    public StoreTarget(Path directory, String url, String... wrapper) {
        this.directory = directory;
        this.url = url;
        this.wrapper = List.of(wrapper);
    }

    @Override
    public void start() {
        launch();
        awaitReady();
    }

    /** Return once the store takes entries. */
    public void awaitReady() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!status().startsWith("READY")) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The store did not become ready; it says: " + status());
            }
            LockSupport.parkNanos(GLANCE_NANOS);
        }
    }

    /** Start the process; the store may still be waiting for its database. */
    public void launch() {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StoreProcess.class.getName()));
        command.addAll(List.of(directory.toString(), url, url.isEmpty() ? "" : PostgresServer.USER));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("MEDLEY_TEST_PASSWORD", PostgresServer.PASSWORD);
        try {
            process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException(
                        "The process ended with " + process.waitFor() + "; its errors stand above");
            }
            port = Integer.parseInt(line);
        } catch (IOException e) {
            throw new UncheckedIOException("Starting " + command.get(0), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the process ended", e);
        }
    }

    @Override
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Number of the process. */
    public long pid() {
        return process.pid();
    }

    @Override
    public Writer writer() throws IOException {
        return new Line(new HttpLine(port, Map.of()));
    }

    @Override
    public List<String> kept() {
        return get("/entries").lines().toList();
    }

    @Override
    public Optional<String> flaw() {
        String flaw = get("/verify");
        return flaw.isEmpty() ? Optional.empty() : Optional.of(flaw);
    }

    /** What the store says of itself: its state and remarks. */
    public String status() {
        return get("/status");
    }

    private String get(String path) {
        try (HttpLine line = new HttpLine(port, Map.of())) {
            HttpLine.Answer answer = line.get(path);
            if (answer.status() != 200) {
                throw new IllegalStateException("Asking for " + path + ": " + answer);
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException("Asking for " + path, e);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private record Line(HttpLine line) implements Writer {

        @Override
        public boolean write(String name) throws IOException {
            HttpLine.Answer answer = line.ask("POST", "/entries", Map.of("Idempotency-Key", name), "");
            if (answer.status() == UNAVAILABLE) {
                throw new IOException("Not now: " + answer.body());
            }
            if (answer.status() != CREATED) {
                throw new IllegalStateException("Writing " + name + ": expected 201, got " + answer);
            }
            return Boolean.parseBoolean(answer.headers().get("idempotency-replayed"));
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
