package health.medley.cli.internal.server;

import health.medley.core.Caller;
import health.medley.core.command.CommandOutput;
import health.medley.core.store.StoreKeeper;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits for the server of this process and says where it is. */
public final class Announcement {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final StoreKeeper store;

    /** Look at this store. */
    public Announcement(StoreKeeper store) {
        this.store = store;
    }

    /**
     * Wait until the server is ready, or listens and its store is not ready; then say so.
     *
     * @return the server; empty if it does not listen
     */
    public Optional<RunningServer> make(Caller caller, DataDirectory data, CommandOutput output) throws IOException {
        Optional<RunningServer> found = await(caller, data);
        if (found.isEmpty()) {
            output.note("The server did not begin to listen within " + LONGEST_WAIT.toSeconds()
                    + " seconds; what is above says why, or --debug does.");
            return found;
        }
        RunningServer server = found.get();
        output.line("Medley serves " + server.address() + " (data in " + data.folder() + ", administrator's token in "
                + data.tokenFile() + ")");
        if (!server.ready()) {
            store.status(caller).remarks().forEach(output::note);
            output.note("The server is not ready yet and goes on trying; " + server.address() + "/health says why.");
        }
        return found;
    }

    private Optional<RunningServer> await(Caller caller, DataDirectory data) throws IOException {
        long own = ProcessHandle.current().pid();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        Optional<RunningServer> found = Optional.empty();
        while (System.nanoTime() - end < 0) {
            Optional<RunningServer> server = data.server().filter(each -> each.process() == own);
            found = server.isPresent() ? server : found;
            if (server.isPresent()
                    && (server.get().ready() || !store.status(caller).ready())) {
                return server;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return found;
    }
}
