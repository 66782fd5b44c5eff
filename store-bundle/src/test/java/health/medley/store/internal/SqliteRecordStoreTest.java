package health.medley.store.internal;

import health.medley.core.store.RecordStore;
import health.medley.record.RecordStoreContract;
import health.medley.store.internal.database.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordStoreTest implements RecordStoreContract {

    @TempDir
    Path directory;

    private StoreComponent store;

    @Override
    public RecordStore open(Clock clock) {
        store = new StoreComponent(new StoreSettings(directory, "", "", ""), clock);
        return store;
    }

    @AfterEach
    void close() {
        store.close();
    }
}
