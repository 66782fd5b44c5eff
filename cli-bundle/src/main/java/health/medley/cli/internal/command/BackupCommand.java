package health.medley.cli.internal.command;

import com.fasterxml.jackson.databind.JsonNode;
import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.server.DataDirectory;
import health.medley.cli.internal.server.RunningServer;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import health.medley.core.store.BackupReport;
import health.medley.core.store.StoreKeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes a verified copy of the record, whether or not a server runs on it. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=backup",
            Command.USAGE + "=" + BackupCommand.WORDS,
            Command.SUMMARY + "=write a verified copy of the record to FILE, also while the server runs"
        })
public final class BackupCommand implements Command {

    static final String WORDS = "backup FILE [--data DIR] [--json]";

    private final Ports ports;
    private final StoreKeeper store;

    /** Take the ports. */
    @Activate
    public BackupCommand(@Reference Ports ports, @Reference StoreKeeper store) {
        this.ports = ports;
        this.store = store;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> {
            Words words = Words.sort(call.words(), Set.of("--json"), Set.of("--data"), 1);
            Path file = Session.path(call, words.position(0)).toAbsolutePath();
            Map<String, Object> result = write(pinned, Session.data(call, words), file, output);
            if (words.has("--json")) {
                output.line(Json.pretty(result));
            } else {
                output.line("Backup of " + result.get("versions") + " versions in " + file + " (" + result.get("bytes")
                        + " bytes), its SHA-256 in " + file + ".sha256");
            }
            return ExitStatus.DONE;
        });
    }

    private Map<String, Object> write(Caller pinned, DataDirectory data, Path file, CommandOutput output)
            throws IOException {
        if (!data.exists()) {
            throw StoreWork.noData(data.folder().toString());
        }
        Optional<RunningServer> server = data.server();
        if (server.isPresent()) {
            JsonNode result = StoreWork.job(
                    server.get(), "/api/store/backups", Map.of("file", file.toString()), "writing the backup", output);
            return of(
                    file,
                    result.path("bytes").asLong(),
                    result.path("sha256").asText(),
                    result.path("versions").asLong());
        }
        BackupReport report = store.backup(StoreWork.operator(pinned), file);
        return of(file, report.bytes(), report.sha256(), report.versions());
    }

    private static Map<String, Object> of(Path file, long bytes, String sha256, long versions) {
        return Map.of("file", file.toString(), "bytes", bytes, "sha256", sha256, "versions", versions);
    }
}
