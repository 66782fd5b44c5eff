package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import health.medley.cli.internal.server.DataDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerChecksTest {

    @TempDir
    private Path folder;

    private static Check named(String subject, List<Check> checks) {
        return checks.stream()
                .filter(check -> check.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private Check server(String health, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        byte[] body = health.getBytes(StandardCharsets.UTF_8);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            announce(server.getAddress().getPort());
            return named("Server", ServerChecks.all(new DataDirectory(folder), 0));
        } finally {
            server.stop(0);
        }
    }

    private void announce(int port) throws IOException {
        Files.writeString(
                folder.resolve("server.json"),
                "{\"address\":\"http://127.0.0.1:" + port + "\",\"process\":"
                        + ProcessHandle.current().pid() + ",\"ready\":true}");
    }

    @Test
    void aDirectoryThatIsNotThereIsNoFault() {
        List<Check> checks = ServerChecks.all(new DataDirectory(folder.resolve("none")), 0);
        assertEquals(Check.State.OK, named("Data directory", checks).state());
        assertEquals(Check.State.OK, named("Port", checks).state());
    }

    @Test
    void aServerThatRunsIsAskedHowItIs() throws IOException {
        assertEquals(
                Check.State.OK, server("{\"ready\":true,\"reasons\":[]}", 200).state());
        Check waiting = server("{\"ready\":false,\"reasons\":[\"The store is away.\"]}", 503);
        assertEquals(Check.State.BROKEN, waiting.state());
        assertEquals("The store is away.", waiting.remedy());
    }

    @Test
    void aServerThatDoesNotAnswerIsBroken() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            announce(free.getLocalPort());
        }
        Check gone = named("Server", ServerChecks.all(new DataDirectory(folder), 0));
        assertEquals(Check.State.BROKEN, gone.state());
        assertTrue(gone.found().contains("does not answer"), gone.found());
    }

    @Test
    void aServerThatIsGoneDoesNotRun() throws IOException {
        Files.writeString(folder.resolve("server.json"), "{\"address\":\"http://127.0.0.1:1\",\"process\":2147483646}");
        assertEquals(
                "does not run",
                named("Server", ServerChecks.all(new DataDirectory(folder), 0)).found());
    }

    @Test
    void aPortThatIsTakenIsWorthALook() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertEquals(
                    Check.State.ATTENTION,
                    ServerChecks.port(taken.getLocalPort()).state());
        }
    }
}
