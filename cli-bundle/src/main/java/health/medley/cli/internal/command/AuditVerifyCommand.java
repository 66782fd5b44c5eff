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
import health.medley.core.store.ChainFlaw;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.Verification;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Verifies the chains of the record and names the first version that is not what was written. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=audit verify",
            Command.USAGE + "=" + AuditVerifyCommand.WORDS,
            Command.SUMMARY + "=verify that no version of the record was changed, removed, inserted or cut off"
        })
public final class AuditVerifyCommand implements Command {

    static final String WORDS = "audit verify [--data DIR] [--json]";

    private final Ports ports;
    private final StoreKeeper store;

    /** Take the ports. */
    @Activate
    public AuditVerifyCommand(@Reference Ports ports, @Reference StoreKeeper store) {
        this.ports = ports;
        this.store = store;
    }

    private record Proof(boolean sound, long versions, long purged, String flaw) {}

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> {
            Words words = Words.sort(call.words(), Set.of("--json"), Set.of("--data"), 0);
            Proof proof = verify(StoreWork.operator(pinned), Session.data(call, words), output);
            if (words.has("--json")) {
                output.line(Json.pretty(Map.of(
                        "sound", proof.sound(),
                        "versions", proof.versions(),
                        "purged", proof.purged(),
                        "flaw", proof.flaw())));
            } else if (proof.sound()) {
                output.line(proof.versions() + " versions are what was written; " + proof.purged()
                        + " of them were purged by policy");
            } else {
                output.line("The record is not what was written: " + proof.flaw());
            }
            return proof.sound() ? ExitStatus.DONE : ExitStatus.NO;
        });
    }

    private Proof verify(Caller operator, DataDirectory data, CommandOutput output) throws IOException {
        if (!data.exists()) {
            throw StoreWork.noData(data.folder().toString());
        }
        Optional<RunningServer> server = data.server();
        if (server.isPresent()) {
            JsonNode result =
                    StoreWork.job(server.get(), "/api/store/verifications", Map.of(), "verifying the record", output);
            return new Proof(
                    result.path("sound").asBoolean(),
                    result.path("versions").asLong(),
                    result.path("purged").asLong(),
                    result.path("flaw").asText());
        }
        Verification found = store.verify(operator);
        return new Proof(
                found.sound(),
                found.versions(),
                found.purged(),
                found.first().map(ChainFlaw::sentence).orElse(""));
    }
}
