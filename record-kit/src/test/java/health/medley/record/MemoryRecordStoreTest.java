package health.medley.record;

import health.medley.core.store.RecordStore;
import java.time.Clock;

class MemoryRecordStoreTest implements RecordStoreContract {

    @Override
    public RecordStore open(Clock clock) {
        return new MemoryRecordStore(clock);
    }
}
