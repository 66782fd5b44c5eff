package health.medley.cli.internal.command;

import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.server.DataDirectory;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import health.medley.core.store.BackupReport;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoreStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts a backup in the place of the record, while no server runs on it. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=restore",
            Command.USAGE + "=" + RestoreCommand.WORDS,
            Command.SUMMARY + "=put a backup in the place of the record; the server must not run"
        })
public final class RestoreCommand implements Command {

    static final String WORDS = "restore FILE [--data DIR] [--json]";

    private final Ports ports;
    private final StoreKeeper store;

    /** Take the ports. */
    @Activate
    public RestoreCommand(@Reference Ports ports, @Reference StoreKeeper store) {
        this.ports = ports;
        this.store = store;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> {
            Words words = Words.sort(call.words(), Set.of("--json"), Set.of("--data"), 1);
            return restore(StoreWork.operator(pinned), call, words, output);
        });
    }

    private ExitStatus restore(Caller operator, CommandCall call, Words words, CommandOutput output)
            throws IOException, Words.Wrong {
        DataDirectory data = Session.data(call, words);
        if (data.server().isPresent()) {
            output.note("A server runs on " + data.folder() + " as process "
                    + data.server().get().process() + ". End it first, then restore, then start it again.");
            return ExitStatus.INPUT_WRONG;
        }
        Path file = Session.path(call, words.position(0)).toAbsolutePath();
        BackupReport report = store.restore(operator, file);
        StoreStatus status = store.status(operator);
        if (words.has("--json")) {
            output.line(Json.pretty(Map.of(
                    "file", file.toString(),
                    "versions", report.versions(),
                    "sha256", report.sha256(),
                    "billingLocked", status.billingLocked())));
        } else {
            output.line("Restored " + report.versions() + " versions from " + file);
            if (status.billingLocked()) {
                output.line("Billing is locked: the backup is older than what was there. Reconcile the claims that"
                        + " went out since, then POST /api/store/reconciliation with what was done.");
            }
        }
        status.remarks().forEach(output::note);
        return ExitStatus.DONE;
    }
}
