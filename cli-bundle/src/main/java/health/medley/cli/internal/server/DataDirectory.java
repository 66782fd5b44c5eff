package health.medley.cli.internal.server;

import com.fasterxml.jackson.databind.JsonNode;
import health.medley.cli.internal.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The directory in which a server keeps its data.
 *
 * @param folder the directory
 */
public record DataDirectory(Path folder) {

    /** Where the data lies when no words say so. */
    public static final String USUAL = "medley-data";

    private static final String ANNOUNCED = "server.json";
    private static final String TOKEN = "admin.token";

    /** Whether it is there. */
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /** The file with the administrator's token. */
    public Path tokenFile() {
        return folder.resolve(TOKEN);
    }

    /** The server that said it runs here; empty if none did, or its process is gone. */
    public Optional<RunningServer> server() throws IOException {
        Path file = folder.resolve(ANNOUNCED);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode said = Json.read(Files.readString(file));
        long process = said.path("process").asLong();
        if (ProcessHandle.of(process).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RunningServer(
                said.path("address").asText(), process, said.path("ready").asBoolean(), tokenFile()));
    }
}
