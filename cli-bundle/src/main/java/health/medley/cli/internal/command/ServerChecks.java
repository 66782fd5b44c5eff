package health.medley.cli.internal.command;

import health.medley.cli.internal.report.Printable;
import health.medley.cli.internal.server.DataDirectory;
import health.medley.cli.internal.server.RunningServer;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what a server needs: its data directory, its port, and the server and store themselves if they run. */
final class ServerChecks {

    static final int USUAL_PORT = 8181;

    private static final long LEAST_DISK_MIB = 256;
    private static final long MIB = 1024 * 1024;
    private static final String SERVER = "Server";
    private static final String DATA = "Data directory";

    private ServerChecks() {}

    static List<Check> all(DataDirectory data, int port) {
        List<Check> checks = new ArrayList<>();
        if (!data.exists()) {
            checks.add(Check.ok(DATA, data.folder() + " is not there yet; medley serve makes it"));
            checks.add(port(port));
            return checks;
        }
        checks.add(folder(data.folder()));
        try {
            Optional<RunningServer> server = data.server();
            checks.add(server.isPresent() ? health(server.get()) : Check.ok(SERVER, "does not run"));
            if (server.isEmpty()) {
                checks.add(port(port));
            }
        } catch (IOException e) {
            checks.add(Check.broken(SERVER, "server.json cannot be read", "Run this as the user who runs the server."));
        }
        return checks;
    }

    private static Check folder(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MIB;
            String found = folder + ", " + free + " MiB free";
            if (!Files.isWritable(folder)) {
                return Check.broken(DATA, folder + " is not writable", "Run this as the user who runs the server.");
            }
            return free >= LEAST_DISK_MIB
                    ? Check.ok(DATA, found)
                    : Check.attention(DATA, found, "Free some disk space there: a full disk stops the record.");
        } catch (IOException e) {
            return Check.broken(DATA, folder + " cannot be read", "Run this as the user who runs the server.");
        }
    }

    private static Check health(RunningServer server) {
        String where = server.address() + ", process " + server.process();
        try {
            RunningServer.Answer health = server.open("/health");
            if (health.body().path("ready").asBoolean()) {
                return Check.ok(SERVER, where + ", ready");
            }
            StringBuilder reasons = new StringBuilder();
            health.body().path("reasons").forEach(reason -> reasons.append(reason.asText())
                    .append(' '));
            return Check.broken(
                    SERVER,
                    where + ", not ready",
                    Printable.of(reasons.toString().strip()));
        } catch (IOException | MedleyException e) {
            return Check.broken(SERVER, where + ", does not answer", "Look at its log; end it and start it again.");
        }
    }

    static Check port(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return Check.ok("Port", "127.0.0.1:" + port + " is free");
        } catch (IOException e) {
            return Check.attention(
                    "Port",
                    "127.0.0.1:" + port + " is taken",
                    "End what listens there, or start the server with another --port.");
        }
    }
}
