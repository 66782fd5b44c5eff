package health.medley.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.store.support.KillLoop;
import health.medley.store.support.KillReport;
import health.medley.store.support.KillTarget;
import health.medley.store.support.PostgresServer;
import health.medley.store.support.StoreTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL of the store alone, and of the database below it, at random moments under 16 writers. The whole server is killed
 * in the container tests; {@code -Dmedley.kills=200} kills more often in both.
 */
class KillIT {

    private static final int KILLS = Math.max(1, Integer.getInteger("medley.kills", 20) / 4);
    private static final int WRITERS = 16;
    private static final double READY_SECONDS = 5;

    @TempDir
    private Path directory;

    @Test
    void nothingAcknowledgedIsLostNorWrittenTwiceOnSqlite() {
        try (KillTarget target = new StoreTarget(directory, "")) {
            holds(new KillLoop(target, WRITERS, System.nanoTime()).run(KILLS));
        }
    }

    @Test
    void nothingAcknowledgedIsLostNorWrittenTwiceOnPostgresql() {
        try (PostgresServer server = PostgresServer.start();
                KillTarget target = new StoreTarget(directory, server.url())) {
            holds(new KillLoop(target, WRITERS, System.nanoTime()).run(KILLS));
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhereTheDatabaseItselfIsKilled() {
        try (PostgresServer server = PostgresServer.start();
                StoreTarget store = new StoreTarget(directory, server.url());
                KillTarget target = new DatabaseTarget(store, server)) {
            holds(new KillLoop(target, WRITERS, System.nanoTime()).run(KILLS));
        }
    }

    private static void holds(KillReport report) {
        System.out.println(report);
        assertTrue(report.kept(), report::toString);
        // the usual start: a pause of the machine in one of them is not the server's
        assertTrue(report.usualSeconds() < READY_SECONDS, report::toString);
    }
}
