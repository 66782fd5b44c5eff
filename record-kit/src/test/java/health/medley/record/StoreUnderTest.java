package health.medley.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;

/** What the parts of the contract of a store need. */
public interface StoreUnderTest {

    /** Who commits in these tests. */
    Caller ANN = Caller.of("ann", "north", Role.CARE_MANAGER, "test");

    /** Somebody else of the same practice. */
    Caller BOB = Caller.of("bob", "north", Role.CARE_MANAGER, "test");

    /** Somebody of another practice. */
    Caller EVE = Caller.of("eve", "south", Role.CARE_MANAGER, "test");

    /** When most of these tests take place. */
    Instant NOON = Instant.parse("2025-03-31T12:00:00Z");

    /** Open an empty store that reads this clock. */
    RecordStore open(Clock clock);

    /** An empty store at noon. */
    default RecordStore open() {
        return open(Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /** A draft of a note. */
    static RecordDraft note(String id, long expected, String body) {
        return note(id, expected, body, Map.of(), Set.of());
    }

    /** A draft of a note that is found by fields and holds keys. */
    static RecordDraft note(String id, long expected, String body, Map<String, String> index, Set<String> keys) {
        return new RecordDraft(
                new RecordKey("note", id), expected, 1, body, Optional.empty(), Optional.empty(), index, keys, "test");
    }

    /** Changes without a request. */
    static Changes changes(RecordDraft... drafts) {
        return new Changes(List.of(drafts), Optional.empty());
    }

    /** Commit drafts together. */
    static Commit commit(RecordStore store, Caller caller, RecordDraft... drafts) {
        return store.commit(caller, changes(drafts));
    }

    /** The ids a query finds, in order. */
    static List<String> ids(RecordStore store, Caller caller, RecordQuery query) {
        return store.read(caller, query, new Collecting()).stream()
                .map(StoredRecord::id)
                .toList();
    }

    /** The current body of a note. */
    static String body(RecordStore store, Caller caller, String id) {
        return store.get(caller, new RecordKey("note", id)).orElseThrow().body();
    }

    /** Expect a refusal. */
    static void refused(ErrorCode code, Executable action) {
        assertEquals(code, assertThrows(MedleyException.class, action).code());
    }

    /** Collects what it is given. */
    final class Collecting implements RecordReader<List<StoredRecord>> {
        private final List<StoredRecord> found = new ArrayList<>();

        @Override
        public boolean take(StoredRecord record) {
            return found.add(record);
        }

        @Override
        public List<StoredRecord> result() {
            return List.copyOf(found);
        }
    }

    /** A clock that is set by hand. */
    final class HandClock extends Clock {
        private volatile Instant now;

        /** Start at a time. */
        public HandClock(Instant now) {
            this.now = now;
        }

        /** Set the time. */
        public void set(Instant time) {
            now = time;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
