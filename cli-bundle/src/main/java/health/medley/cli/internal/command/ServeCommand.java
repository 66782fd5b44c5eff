package health.medley.cli.internal.command;

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
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says where the server is, once it is there; the launcher starts it and keeps it. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=serve",
            Command.USAGE + "=" + ServeCommand.WORDS,
            Command.SUMMARY + "=serve practices over HTTP until Ctrl-C; the data lies in DIR (./medley-data)"
        })
public final class ServeCommand implements Command {

    static final String WORDS = "serve [--data DIR] [--port 8181] [--host 127.0.0.1] [--rules JAR]...";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final Ports ports;
    private final StoreKeeper store;

    /** Take the ports. */
    @Activate
    public ServeCommand(@Reference Ports ports, @Reference StoreKeeper store) {
        this.ports = ports;
        this.store = store;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> {
            Words words = Words.sort(call.words(), Set.of(), Set.of("--data", "--port", "--host", "--rules..."), 0);
            return announce(pinned, Session.data(call, words), output);
        });
    }

    /** Wait for the server of this process and say where it is. */
    ExitStatus announce(Caller pinned, DataDirectory data, CommandOutput output) throws IOException {
        Optional<RunningServer> server = await(pinned, data);
        if (server.isEmpty()) {
            output.note("The server did not begin to listen within " + LONGEST_WAIT.toSeconds()
                    + " seconds; what is above says why, or --debug does.");
            return ExitStatus.PLATFORM_FAILED;
        }
        output.line("Medley serves " + server.get().address() + " (data in " + data.folder()
                + ", administrator's token in " + data.tokenFile() + ")");
        if (!server.get().ready()) {
            store.status(pinned).remarks().forEach(output::note);
            output.note("The server is not ready yet and goes on trying; "
                    + server.get().address() + "/health says why.");
        }
        return ExitStatus.DONE;
    }

    private Optional<RunningServer> await(Caller pinned, DataDirectory data) throws IOException {
        long own = ProcessHandle.current().pid();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<RunningServer> found = Optional.empty();
        while (System.nanoTime() - end < 0) {
            Optional<RunningServer> server = data.server().filter(each -> each.process() == own);
            found = server.isPresent() ? server : found;
            if (server.isPresent()
                    && (server.get().ready() || !store.status(pinned).ready())) {
                return server;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return found;
    }
}
