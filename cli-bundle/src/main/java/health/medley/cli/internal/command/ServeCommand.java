package health.medley.cli.internal.command;

import health.medley.cli.internal.server.Announcement;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import health.medley.core.store.StoreKeeper;
import java.util.Set;
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

    private final Ports ports;
    private final Announcement announcement;

    /** Take the ports. */
    @Activate
    public ServeCommand(@Reference Ports ports, @Reference StoreKeeper store) {
        this.ports = ports;
        this.announcement = new Announcement(store);
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> {
            Words words = Words.sort(call.words(), Set.of(), Set.of("--data", "--port", "--host", "--rules..."), 0);
            return announcement.make(pinned, Session.data(call, words), output).isPresent()
                    ? ExitStatus.DONE
                    : ExitStatus.PLATFORM_FAILED;
        });
    }
}
