package health.medley.chartfhir.internal;

import health.medley.core.store.RecordReader;
import health.medley.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads into a list what is wanted of each record, and keeps no more of it. */
final class Collecting<T> implements RecordReader<List<T>> {

    private final Function<StoredRecord, T> wanted;
    private final List<T> list = new ArrayList<>();

    Collecting(Function<StoredRecord, T> wanted) {
        this.wanted = wanted;
    }

    /** Read whole records. */
    static Collecting<StoredRecord> records() {
        return new Collecting<>(record -> record);
    }

    @Override
    public boolean take(StoredRecord found) {
        list.add(wanted.apply(found));
        return true;
    }

    @Override
    public List<T> result() {
        return list;
    }
}
