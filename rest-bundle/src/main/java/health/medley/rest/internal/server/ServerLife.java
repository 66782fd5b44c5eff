package health.medley.rest.internal.server;

import health.medley.core.ErrorKind;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the server ready, trying until the store answers, and says where it is while it is there. */
final class ServerLife {

    private static final long RETRY_SECONDS = 1;

    private final Logger logger = LoggerFactory.getLogger(ServerLife.class);
    private final Gate end = new Gate();
    private final ServerFiles files;
    private final String address;
    private final Accounts accounts;
    private final JobRunner runner;
    private final ServerState state;
    private boolean listening;

    ServerLife(ServerFiles files, String address, Accounts accounts, JobRunner runner, ServerState state) {
        this.files = files;
        this.address = address;
        this.accounts = accounts;
        this.runner = runner;
        this.state = state;
    }

    /** Begin, on a thread of its own: a component being activated may call no port. */
    void begin() {
        Thread thread = new Thread(this::prepare, "medley-first-start");
        thread.setDaemon(true);
        thread.start();
    }

    private void prepare() {
        try {
            while (!end.isClosed() && !prepared()) {
                end.awaitClosed(RETRY_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean prepared() {
        try {
            new FirstStart(accounts, files).run();
            resume();
            state.ready();
            announce();
            return true;
        } catch (MedleyException e) {
            waiting(String.valueOf(e.getMessage()), e.code().kind() != ErrorKind.RESOURCE);
        } catch (IOException e) {
            waiting(
                    "The data directory cannot be written to (" + e + "); give the server the right to, or free space",
                    true);
        } catch (RuntimeException e) {
            waiting("Something failed that should not: " + e.getClass().getName(), true);
        }
        return false;
    }

    /** Say once why, and not at every try. */
    private void waiting(String why, boolean log) {
        if (log && !state.waiting().equals(Optional.of(why))) {
            logger.error("The server cannot make itself ready yet: {}", why);
        }
        state.waiting(why);
    }

    private void resume() {
        Page page = Page.FIRST;
        List<PracticeAccount> some;
        do {
            some = accounts.practices(Accounts.server("resume jobs"), page);
            some.forEach(practice -> runner.resume(practice.id()));
            if (!some.isEmpty()) {
                page = new Page(Optional.of(some.get(some.size() - 1).id()), Page.MOST);
            }
        } while (some.size() == Page.MOST);
    }

    /** Requests arrive from now on. */
    synchronized void listening() {
        listening = true;
        announce();
    }

    private synchronized void announce() {
        if (!listening || end.isClosed()) {
            return;
        }
        try {
            files.announce(address, state.waiting().isEmpty());
        } catch (IOException e) {
            logger.error("Where the server is cannot be written to the data directory: {}", e.toString());
        }
    }

    void end() {
        state.waiting("The server is stopping.");
        try {
            end.close(Duration.ZERO);
            files.withdraw();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            logger.warn("server.json was not removed: {}", e.toString());
        }
    }

    void stopped(int left) {
        if (left > 0) {
            logger.warn("The server stopped with {} requests or jobs in flight", left);
        }
    }
}
