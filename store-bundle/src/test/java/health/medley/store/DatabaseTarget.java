package health.medley.store;

import health.medley.store.support.KillTarget;
import health.medley.store.support.PostgresServer;
import health.medley.store.support.StoreTarget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A store that goes on while the PostgreSQL below it is killed and started again. */
final class DatabaseTarget implements KillTarget {

    private final StoreTarget store;
    private final PostgresServer server;
    private boolean started;

    DatabaseTarget(StoreTarget store, PostgresServer server) {
        this.store = store;
        this.server = server;
    }

    @Override
    public void start() {
        if (!started) {
            store.launch();
        }
        started = true;
        store.awaitReady();
    }

    @Override
    public void kill() {
        server.kill();
        server.restart();
    }

    @Override
    public Writer writer() throws IOException {
        return store.writer();
    }

    @Override
    public List<String> kept() {
        return store.kept();
    }

    @Override
    public Optional<String> flaw() {
        return store.flaw();
    }

    @Override
    public void close() {
        store.close();
    }
}
