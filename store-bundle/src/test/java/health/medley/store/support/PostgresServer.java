package health.medley.store.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A real PostgreSQL of the tests' own: on a free port of the loopback address, in a temporary folder, with the durable
 * settings a server has by default ({@code fsync} and {@code synchronous_commit} on). It also runs where the tests run
 * as root. It can be stopped, killed and started again on the same port and data.
 */
public final class PostgresServer implements AutoCloseable {

    /** The role that owns the database. */
    public static final String USER = "medley";
    /** Its password; connections are made with a password, as in earnest. */
    public static final String PASSWORD = "correct horse";

    private static final String READY = "database system is ready to accept connections";
    private static final long PATIENCE_SECONDS = 60;

    private final Path folder;
    private final Path binaries;
    private final ServerIdentity identity;
    private final List<String> options;
    private final int port;
    private final Thread atExit = new Thread(this::killQuietly, "postgresql end");
    private Process process;

    PostgresServer(Path binaries, List<String> options) throws IOException {
        this.options = options;
        this.port = freePort();
        this.binaries = binaries;
        this.identity = ServerIdentity.find();
        this.folder = Files.createTempDirectory("medley-pg-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        identity.own(folder);
        initialize();
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Start a new, empty server.
     *
     * @param options further settings, {@code name=value}
     */
    public static PostgresServer start(String... options) {
        try {
            return new PostgresServer(PostgresBinaries.folder(), List.of(options));
        } catch (IOException e) {
            throw new IllegalStateException("Starting a PostgreSQL to test with failed: " + e.getMessage(), e);
        }
    }

    /** The JDBC address of the database {@code postgres}. */
    public String url() {
        return url("postgres");
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The port it listens at while it runs. */
    public int port() {
        return port;
    }

    /** Which PostgreSQL it is: the folder of its programs. */
    public String home() {
        return binaries.toString();
    }

    /** Stop as an operator does: connections are ended, what was committed is on disk. */
    public void stop() {
        signal("-INT");
        await(process.toHandle());
    }

    /** Kill every process of it with SIGKILL, as a power cut would end it. */
    public void kill() {
        List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
        process.descendants().forEach(all::add);
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(PostgresServer::await);
    }

    /** Let all processes of it stand still: connections stay open and nothing answers. */
    public void freeze() {
        signal("-STOP");
        process.descendants().forEach(child -> signal(child.pid(), "-STOP"));
    }

    /** Go on after {@link #freeze()}. */
    public void thaw() {
        process.descendants().forEach(child -> signal(child.pid(), "-CONT"));
        signal("-CONT");
    }

    /** Start again after {@link #stop()} or {@link #kill()}: same port, same data. */
    public void restart() {
        try {
            process = launch();
        } catch (IOException e) {
            throw new IllegalStateException("Starting PostgreSQL again in " + folder + " failed", e);
        }
    }

    /** Stop and remove everything. */
    @Override
    public void close() {
        killQuietly();
        Runtime.getRuntime().removeShutdownHook(atExit);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Removing " + folder + " failed", e);
        }
    }

    private void killQuietly() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    private void initialize() throws IOException {
        Path password = folder.resolve("password");
        Files.writeString(password, PASSWORD);
        List<String> command = new ArrayList<>(identity.prefix());
        command.addAll(List.of(
                binaries.resolve("initdb").toString(),
                "--pgdata=" + folder.resolve("data"),
                "--username=" + USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync"));
        Process initdb = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(initdb.toHandle()) && initdb.exitValue() != 0) {
            throw new IOException("Running " + command + " ended with " + initdb.exitValue() + ":\n" + output);
        }
    }

    private Process launch() throws IOException {
        List<String> command = new ArrayList<>(identity.prefix());
        command.addAll(List.of(
                binaries.resolve("postgres").toString(),
                "-D",
                folder.resolve("data").toString()));
        Stream.concat(
                        Stream.of(
                                "listen_addresses=127.0.0.1",
                                "port=" + port,
                                "unix_socket_directories=" + folder,
                                "max_connections=60"),
                        options.stream())
                .forEach(option -> command.addAll(Arrays.asList("-c", option)));
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        CompletableFuture<Void> ready = new CompletableFuture<>();
        Thread drain = new Thread(() -> drain(started, ready), "postgresql log");
        drain.setDaemon(true);
        drain.start();
        try {
            ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            started.destroyForcibly();
            throw new IOException("Running " + command + ": it did not become ready. " + e.getMessage(), e);
        }
        return started;
    }

    private static void drain(Process started, CompletableFuture<Void> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader log =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                if (line.contains(READY)) {
                    ready.complete(null);
                } else if (!ready.isDone()) {
                    said.append(line).append('\n');
                }
            }
            ready.completeExceptionally(new IOException("It ended after:\n" + said));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private void signal(String signal) {
        signal(process.pid(), signal);
    }

    private static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Sending " + signal + " to PostgreSQL failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was sent " + signal, e);
        }
    }

    private static boolean await(ProcessHandle ending) {
        ending.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return true;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
