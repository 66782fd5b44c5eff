package health.medley.store.internal;

import health.medley.core.store.RecordStore;
import health.medley.record.RecordStoreContract;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.support.FreshSchema;
import health.medley.store.support.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class PostgresRecordStoreTest implements RecordStoreContract {

    private static PostgresServer server;

    @TempDir
    Path directory;

    private StoreComponent store;

    @BeforeAll
    static void startServer() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Override
    public RecordStore open(Clock clock) {
        store = new StoreComponent(
                new StoreSettings(directory, FreshSchema.url(server), PostgresServer.USER, PostgresServer.PASSWORD),
                clock);
        return store;
    }

    @AfterEach
    void close() {
        store.close();
    }
}
