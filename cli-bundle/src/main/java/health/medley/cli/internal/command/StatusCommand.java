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
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoreStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says how the server and its store are. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=status",
            Command.USAGE + "=" + StatusCommand.WORDS,
            Command.SUMMARY + "=say how the server and the record in DIR are"
        })
public final class StatusCommand implements Command {

    static final String WORDS = "status [--data DIR] [--json]";

    private final Ports ports;
    private final StoreKeeper store;

    /** Take the ports. */
    @Activate
    public StatusCommand(@Reference Ports ports, @Reference StoreKeeper store) {
        this.ports = ports;
        this.store = store;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> {
            Words words = Words.sort(call.words(), Set.of("--json"), Set.of("--data"), 0);
            DataDirectory data = Session.data(call, words);
            if (!data.exists()) {
                throw StoreWork.noData(data.folder().toString());
            }
            Map<String, Object> found = look(StoreWork.operator(pinned), data);
            if (words.has("--json")) {
                output.line(Json.pretty(found));
            } else {
                show(found, output);
            }
            return Boolean.TRUE.equals(found.get("ready")) ? ExitStatus.DONE : ExitStatus.NO;
        });
    }

    private Map<String, Object> look(Caller operator, DataDirectory data) throws IOException {
        Optional<RunningServer> server = data.server();
        return server.isPresent() ? ask(data, server.get()) : open(data, store.status(operator));
    }

    private static Map<String, Object> ask(DataDirectory data, RunningServer server) throws IOException {
        Map<String, Object> found = new LinkedHashMap<>();
        RunningServer.Answer health = server.open("/health");
        found.put("data", data.folder().toString());
        found.put("server", server.address());
        found.put("process", server.process());
        found.put("ready", health.body().path("ready").asBoolean());
        List<String> reasons = new ArrayList<>();
        health.body().path("reasons").forEach(reason -> reasons.add(reason.asText()));
        found.put("remarks", reasons);
        if (Boolean.TRUE.equals(found.get("ready"))) {
            JsonNode status = server.get("/api/store");
            found.put("store", status.path("state").asText());
            found.put("database", status.path("database").asText());
            found.put("billingLocked", status.path("billingLocked").asBoolean());
        }
        return found;
    }

    private static Map<String, Object> open(DataDirectory data, StoreStatus status) {
        Map<String, Object> found = new LinkedHashMap<>();
        found.put("data", data.folder().toString());
        found.put("server", "");
        found.put("ready", status.ready());
        found.put("remarks", status.remarks());
        found.put("store", status.state().name());
        found.put("database", status.database());
        found.put("billingLocked", status.billingLocked());
        return found;
    }

    private static void show(Map<String, Object> found, CommandOutput output) {
        String server = String.valueOf(found.get("server"));
        boolean ready = Boolean.TRUE.equals(found.get("ready"));
        output.line("Data      " + found.get("data"));
        output.line("Server    "
                + (server.isEmpty()
                        ? "does not run; medley serve starts it"
                        : server + ", process " + found.get("process") + (ready ? ", ready" : ", not ready")));
        if (found.containsKey("store")) {
            output.line("Store     " + found.get("store") + ", " + found.get("database"));
            output.line("Billing   " + (Boolean.TRUE.equals(found.get("billingLocked")) ? "locked" : "open"));
        }
        if (found.get("remarks") instanceof List<?> remarks) {
            remarks.forEach(remark -> output.line("Remark    " + remark));
        }
    }
}
