package health.medley.record;

import static health.medley.record.StoreUnderTest.body;
import static health.medley.record.StoreUnderTest.changes;
import static health.medley.record.StoreUnderTest.commit;
import static health.medley.record.StoreUnderTest.ids;
import static health.medley.record.StoreUnderTest.note;
import static health.medley.record.StoreUnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.Origin;
import health.medley.core.Request;
import health.medley.core.Role;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store promises of commits. */
interface CommitContract extends StoreUnderTest {

    @Test
    default void givesBackWhatWasCommittedAndByWhom() {
        Origin origin = new Origin("health.medley.test", "1.2.3", "ab");
        Caller caller = new Caller("ann", "north", Role.BILLER, "why", origin, () -> 7, null);
        StoredRecord made =
                commit(open(), caller, note("a", 0, "{\"x\":1}")).records().get(0);
        assertEquals("{\"x\":1}", made.body());
        assertEquals(1, made.version());
        assertEquals("test", made.reason());
        assertEquals(NOON, made.by().at());
        assertEquals("ann", made.by().user());
        assertEquals(Role.BILLER, made.by().role());
        assertEquals("why", made.by().purpose());
        assertEquals(origin, made.by().origin());
        assertEquals(7, made.by().routing());
    }

    @Test
    default void answersWithTheSameRecordsThatReadingFinds() {
        RecordStore store = open();
        Commit made = commit(store, ANN, note("b", 0, "{}", Map.of("f", "v"), Set.of()), note("a", 0, "{}"));
        assertEquals(
                List.of("b", "a"), made.records().stream().map(StoredRecord::id).toList());
        assertEquals(
                made.records().get(0),
                store.get(ANN, new RecordKey("note", "b")).orElseThrow());
    }

    @Test
    default void keepsEveryVersionOldestFirst() {
        RecordStore store = open();
        for (int version = 0; version < 5; version++) {
            commit(store, ANN, note("a", version, "{\"v\":" + version + "}"));
        }
        List<StoredRecord> history = store.history(ANN, new RecordKey("note", "a"));
        assertEquals(
                List.of(1L, 2L, 3L, 4L, 5L),
                history.stream().map(StoredRecord::version).toList());
        assertEquals("{\"v\":0}", history.get(0).body());
        assertEquals("{\"v\":4}", body(store, ANN, "a"));
        assertEquals(List.of(), store.history(ANN, new RecordKey("note", "nobody")));
    }

    @Test
    default void commitsAllOrNothing() {
        RecordStore store = open();
        commit(store, ANN, note("b", 0, "{}"));
        refused(ErrorCode.RECORD_CHANGED, () -> commit(store, ANN, note("a", 0, "{}"), note("b", 0, "{}")));
        assertEquals(List.of("b"), ids(store, ANN, RecordQuery.of("note")));
        assertEquals(1, store.history(ANN, new RecordKey("note", "b")).size());
    }

    @Test
    default void refusesAnotherVersionThanExpected() {
        RecordStore store = open();
        refused(ErrorCode.RECORD_CHANGED, () -> commit(store, ANN, note("a", 1, "{}")));
        commit(store, ANN, note("a", 0, "{}"));
        refused(ErrorCode.RECORD_CHANGED, () -> commit(store, ANN, note("a", 0, "{}")));
        refused(ErrorCode.RECORD_CHANGED, () -> commit(store, ANN, note("a", 2, "{}")));
        commit(store, ANN, note("a", 1, "{}"));
    }

    @Test
    default void letsOnlyOneRecordHoldAKey() {
        RecordStore store = open();
        commit(store, ANN, note("a", 0, "{}", Map.of(), Set.of("k")));
        refused(ErrorCode.KEY_TAKEN, () -> commit(store, ANN, note("b", 0, "{}", Map.of(), Set.of("k"))));
        commit(store, ANN, note("a", 1, "{}", Map.of(), Set.of("k", "l")));
        refused(ErrorCode.KEY_TAKEN, () -> commit(store, ANN, note("b", 0, "{}", Map.of(), Set.of("l"))));
        commit(store, ANN, note("a", 2, "{}", Map.of(), Set.of("l")));
        commit(store, ANN, note("b", 0, "{}", Map.of(), Set.of("k")));
    }

    @Test
    default void letsTwoDraftsOfOneCommitNotTakeTheSameKey() {
        RecordStore store = open();
        refused(
                ErrorCode.KEY_TAKEN,
                () -> commit(
                        store,
                        ANN,
                        note("a", 0, "{}", Map.of(), Set.of("k")),
                        note("b", 0, "{}", Map.of(), Set.of("k"))));
        assertEquals(List.of(), ids(store, ANN, RecordQuery.of("note")));
    }

    @Test
    default void passesAKeyOnWithinOneCommit() {
        RecordStore store = open();
        commit(store, ANN, note("a", 0, "{}", Map.of(), Set.of("k")));
        commit(store, ANN, note("b", 0, "{}", Map.of(), Set.of("k")), note("a", 1, "{}"));
        refused(ErrorCode.KEY_TAKEN, () -> commit(store, ANN, note("a", 2, "{}", Map.of(), Set.of("k"))));
    }

    @Test
    default void keepsKeysOfKindsAndPracticesApart() {
        RecordStore store = open();
        commit(store, ANN, note("a", 0, "{}", Map.of(), Set.of("k")));
        commit(store, EVE, note("a", 0, "{}", Map.of(), Set.of("k")));
        assertEquals(1, store.history(EVE, new RecordKey("note", "a")).size());
    }

    @Test
    default void doesTheSameRequestOnce() {
        RecordStore store = open();
        Request request = new Request("r1", "f1");
        Changes changes = new Changes(List.of(note("a", 0, "{}"), note("b", 0, "{}")), Optional.of(request));
        assertEquals(Optional.empty(), store.repeated(ANN, request));
        Commit first = store.commit(ANN, changes);
        Commit again = store.commit(ANN, changes);
        assertFalse(first.repeated());
        assertTrue(again.repeated());
        assertEquals(first.records(), again.records());
        assertEquals(first.records(), store.repeated(ANN, request).orElseThrow().records());
        // as it was then, not as it is now
        commit(store, ANN, note("a", 1, "{\"later\":1}"));
        assertEquals(first.records(), store.commit(ANN, changes).records());
    }

    @Test
    default void refusesARequestsKeyWithAnotherContent() {
        RecordStore store = open();
        store.commit(ANN, new Changes(List.of(note("a", 0, "{}")), Optional.of(new Request("r", "f1"))));
        Request other = new Request("r", "f2");
        refused(ErrorCode.REQUEST_REUSED, () -> store.repeated(ANN, other));
        refused(
                ErrorCode.REQUEST_REUSED,
                () -> store.commit(ANN, new Changes(List.of(note("b", 0, "{}")), Optional.of(other))));
    }

    @Test
    default void keepsRequestsOfUsersAndPracticesApart() {
        RecordStore store = open();
        Request request = new Request("r", "f1");
        store.commit(ANN, new Changes(List.of(note("a", 0, "{}")), Optional.of(request)));
        assertEquals(Optional.empty(), store.repeated(BOB, request));
        assertEquals(Optional.empty(), store.repeated(EVE, request));
        assertFalse(store.commit(BOB, new Changes(List.of(note("b", 0, "{}")), Optional.of(request)))
                .repeated());
    }

    @Test
    default void forgetsARequestThatWasRefused() {
        RecordStore store = open();
        Request request = new Request("r", "f1");
        commit(store, ANN, note("a", 0, "{}"));
        refused(
                ErrorCode.RECORD_CHANGED,
                () -> store.commit(ANN, new Changes(List.of(note("a", 0, "{}")), Optional.of(request))));
        assertEquals(Optional.empty(), store.repeated(ANN, request));
        assertFalse(store.commit(ANN, new Changes(List.of(note("a", 1, "{}")), Optional.of(request)))
                .repeated());
    }

    @Test
    default void neverGoesBackInTime() {
        HandClock clock = new HandClock(NOON);
        RecordStore store = open(clock);
        commit(store, ANN, note("a", 0, "{}"));
        clock.set(NOON.minusSeconds(3600));
        Instant second =
                commit(store, ANN, note("a", 1, "{}")).records().get(0).by().at();
        assertFalse(second.isBefore(NOON), second.toString());
        clock.set(NOON.plusMillis(1));
        assertEquals(
                NOON.plusMillis(1),
                commit(store, ANN, note("a", 2, "{}")).records().get(0).by().at());
    }

    @Test
    default void keepsTextAsItIs() {
        RecordStore store = open();
        String body = "{\"n\":\"Zoë ∆ 東京 😀 \\u0000 \\n ' \\\" ; -- %\"}";
        commit(store, ANN, note("a", 0, body, Map.of("ä'ö", "😀\"%_"), Set.of("ключ'")));
        StoredRecord found = store.get(ANN, new RecordKey("note", "a")).orElseThrow();
        assertEquals(body, found.body());
        assertEquals(Map.of("ä'ö", "😀\"%_"), found.index());
        assertEquals(List.of("a"), ids(store, ANN, RecordQuery.of("note").where("ä'ö", "😀\"%_")));
    }

    @Test
    default void keepsBodiesOfOneByteAndOfFiveMegabytes() {
        RecordStore store = open();
        String large = "\"" + "0123456789abcde\u00e9".repeat(5 << 16) + "\"";
        commit(store, ANN, note("large", 0, large), note("small", 0, "1"));
        assertEquals(large, body(store, ANN, "large"));
        assertEquals("1", body(store, ANN, "small"));
    }

    @Test
    default void refusesTextThatIsNone() {
        RecordStore store = open();
        refused(ErrorCode.ARGUMENT_INVALID, () -> commit(store, ANN, note("a", 0, "\"\u0000\"")));
        refused(ErrorCode.ARGUMENT_INVALID, () -> commit(store, ANN, note("a", 0, "\"\ud800\"")));
        refused(ErrorCode.ARGUMENT_INVALID, () -> commit(store, ANN, note("a", 0, "\"\udc00\ud800\"")));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> store.commit(ANN, changes(note("a", 0, "1", Map.of("f", "x".repeat(501)), Set.of()))));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> store.commit(ANN, changes(note("a", 0, "1", Map.of(), Set.of("x".repeat(501))))));
        assertEquals(List.of(), ids(store, ANN, RecordQuery.of("note")));
    }
}
