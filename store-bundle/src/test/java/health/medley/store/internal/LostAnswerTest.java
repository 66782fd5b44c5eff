package health.medley.store.internal;

import static health.medley.record.StoreUnderTest.ANN;
import static health.medley.record.StoreUnderTest.commit;
import static health.medley.record.StoreUnderTest.ids;
import static health.medley.record.StoreUnderTest.note;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.Verification;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.support.CuttingProxy;
import health.medley.store.support.CuttingProxy.Cut;
import health.medley.store.support.FreshSchema;
import health.medley.store.support.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A commit whose connection breaks before its answer: whoever asked is told the truth, and it is there once. */
class LostAnswerTest {

    private static final Caller ADMINISTRATOR = Caller.of("root", "north", Role.ADMINISTRATOR, "test");

    private static PostgresServer server;

    @TempDir
    private Path directory;

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Cut.class)
    void aCommitIsDoneOnceThoughItsAnswerIsLost(Cut cut) throws IOException {
        try (CuttingProxy proxy = new CuttingProxy(server.port())) {
            // a commit prepared on the server would not be seen passing
            String url = FreshSchema.url(server).replace(":" + server.port() + "/", ":" + proxy.port() + "/")
                    + "&prepareThreshold=0";
            StoreComponent store = new StoreComponent(
                    new StoreSettings(directory, url, PostgresServer.USER, PostgresServer.PASSWORD), Clock.systemUTC());
            try {
                commit(store, ANN, note("a", 0, "\"before\""));
                proxy.cut(cut);

                Commit answered = commit(store, ANN, note("a", 1, "\"in doubt\""), note("b", 0, "\"with it\""));

                assertTrue(proxy.done());
                assertFalse(answered.repeated());
                assertEquals(2, store.history(ANN, new RecordKey("note", "a")).size());
                assertEquals(List.of("a", "b"), ids(store, ANN, RecordQuery.of("note")));
                Verification verification = store.verify(ADMINISTRATOR);
                assertTrue(verification.sound(), verification::toString);
                assertEquals(3, verification.versions());
                assertEquals(1, verification.heads().size(), "it went on with its own chain");
            } finally {
                store.close();
            }
        }
    }
}
