package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.store.support.KillLoop;
import health.medley.store.support.KillReport;
import health.medley.store.support.KillTarget;
import health.medley.store.support.PostgresServer;
import health.medley.store.support.ServedTarget;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * SIGKILL of {@code medley serve} at random moments under 16 writers that post time entries, on both databases at once;
 * {@code -Pkills} kills 200 times each. How soon it is ready again is measured by {@code benchmarks/run kill}.
 */
@Execution(ExecutionMode.CONCURRENT)
class KillIT {

    private static final int KILLS = Integer.getInteger("medley.kills", 20);
    private static final int WRITERS = 16;

    @TempDir
    private Path folder;

    @Test
    void aKilledServerKeepsWhatItAcknowledgedOnceOnSqlite() {
        try (KillTarget server = new ServedTarget(Places.home(), folder.resolve("data"), "")) {
            holds(new KillLoop(server, WRITERS, System.nanoTime()).run(KILLS));
        }
    }

    @Test
    void aKilledServerKeepsWhatItAcknowledgedOnceOnPostgresql() {
        try (PostgresServer database = PostgresServer.start();
                KillTarget server = new ServedTarget(Places.home(), folder.resolve("data"), database.url())) {
            holds(new KillLoop(server, WRITERS, System.nanoTime()).run(KILLS));
        }
    }

    private static void holds(KillReport report) {
        System.out.println("KillIT: " + report);
        assertTrue(report.kept(), report::toString);
    }
}
