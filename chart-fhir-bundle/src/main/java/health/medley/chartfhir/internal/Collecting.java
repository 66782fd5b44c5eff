package health.medley.chartfhir.internal;

import health.medley.core.store.RecordReader;
import health.medley.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;

/** Reads records into a list. */
final class Collecting implements RecordReader<List<StoredRecord>> {

    private final List<StoredRecord> records = new ArrayList<>();

    @Override
    public boolean take(StoredRecord found) {
        records.add(found);
        return true;
    }

    @Override
    public List<StoredRecord> result() {
        return records;
    }
}
