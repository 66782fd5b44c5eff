package health.medley.coordination.internal.time;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import health.medley.core.time.KeptTime;
import health.medley.core.time.TimeQuery;
import health.medley.core.time.TimeReader;

/** Reads the entries that touch a month: those that begin in it, and the few that began in the month before. */
final class TimeScan {

    private final RecordStore store;
    private final TimeEntryJson json;

    TimeScan(RecordStore store, TimeEntries entries, ObjectMapper mapper) {
        this.store = store;
        this.json = new TimeEntryJson(mapper, entries);
    }

    <R> R read(Caller caller, TimeQuery query, TimeReader<R> reader) {
        RecordQuery all = RecordQuery.of(TimeEntries.KIND).patients(query.patients());
        Taking taking = new Taking(json, query.withdrawn(), reader);
        if (store.read(caller, all.month(query.month()), taking)) {
            store.read(caller, all.where(TimeEntries.UNTIL, query.month().toString()), taking);
        }
        return reader.result();
    }

    /** Hands on what it reads; its result is whether more is wanted. */
    private static final class Taking implements RecordReader<Boolean> {
        private final TimeEntryJson json;
        private final boolean withdrawn;
        private final TimeReader<?> reader;
        private boolean more = true;

        Taking(TimeEntryJson json, boolean withdrawn, TimeReader<?> reader) {
            this.json = json;
            this.withdrawn = withdrawn;
            this.reader = reader;
        }

        @Override
        public boolean take(StoredRecord found) {
            if (found.body().isEmpty()) {
                // purged by policy
                return true;
            }
            KeptTime entry = json.read(found);
            more = (entry.withdrawn() && !withdrawn) || reader.take(entry);
            return more;
        }

        @Override
        public Boolean result() {
            return more;
        }
    }
}
