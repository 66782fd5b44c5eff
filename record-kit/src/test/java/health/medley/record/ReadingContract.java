package health.medley.record;

import static health.medley.record.StoreUnderTest.commit;
import static health.medley.record.StoreUnderTest.ids;
import static health.medley.record.StoreUnderTest.note;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a store promises of reading. */
interface ReadingContract extends StoreUnderTest {

    private static PatientRef patient(int number) {
        return new PatientRef("p" + String.format("%026d", number));
    }

    private static RecordDraft entry(String id, int patient, String month, String state) {
        return new RecordDraft(
                new RecordKey("entry", id),
                0,
                1,
                "{\"id\":\"" + id + "\"}",
                Optional.of(patient(patient)),
                Optional.of(ServiceMonth.parse(month)),
                Map.of("state", state, "at", "2025-0" + patient),
                Set.of(),
                "");
    }

    private RecordStore filled() {
        RecordStore store = open();
        commit(
                store,
                ANN,
                entry("d", 1, "2025-03", "open"),
                entry("b", 2, "2025-03", "closed"),
                entry("a", 1, "2025-04", "open"),
                entry("c", 3, "2025-03", "open"));
        commit(store, EVE, entry("z", 1, "2025-03", "open"));
        return store;
    }

    @Test
    default void readsAKindInTheOrderOfIds() {
        RecordStore store = filled();
        commit(store, ANN, note("a2", 0, "{}"));
        assertEquals(List.of("a", "b", "c", "d"), ids(store, ANN, RecordQuery.of("entry")));
        assertEquals(List.of(), ids(store, ANN, RecordQuery.of("nothing")));
    }

    @Test
    default void ordersIdsByTheirCharacters() {
        RecordStore store = open();
        List<String> sorted = List.of("!", "-", "0", "1", "10", "2", "A", "Z", "_", "a", "aa", "b", "~");
        for (String id : List.of("b", "aa", "~", "Z", "10", "-", "a", "2", "1", "_", "A", "!", "0")) {
            commit(store, ANN, note(id, 0, "{}"));
        }
        assertEquals(sorted, ids(store, ANN, RecordQuery.of("note")));
        assertEquals(
                sorted.subList(6, sorted.size()),
                ids(store, ANN, RecordQuery.of("note").page(Optional.of("2"), 100)));
    }

    @Test
    default void readsByPatientMonthAndIndex() {
        RecordStore store = filled();
        RecordQuery all = RecordQuery.of("entry");
        assertEquals(List.of("a", "d"), ids(store, ANN, all.patient(patient(1))));
        assertEquals(List.of("b", "c", "d"), ids(store, ANN, all.month(ServiceMonth.parse("2025-03"))));
        assertEquals(List.of("a", "c", "d"), ids(store, ANN, all.where("state", "open")));
        assertEquals(List.of(), ids(store, ANN, all.where("state", "ope")));
        assertEquals(List.of(), ids(store, ANN, all.where("other", "open")));
        assertEquals(List.of("c"), ids(store, ANN, all.where("state", "open").where("at", "2025-03")));
        assertEquals(
                List.of("d"),
                ids(
                        store,
                        ANN,
                        all.where("state", "open")
                                .month(ServiceMonth.parse("2025-03"))
                                .patients(Set.of(patient(1), patient(2)))));
    }

    @Test
    default void readsManyPatientsAtOnce() {
        RecordStore store = filled();
        Set<PatientRef> many = new HashSet<>();
        for (int i = 2; i < RecordQuery.MOST_PATIENTS + 2; i++) {
            many.add(patient(i));
        }
        assertEquals(List.of("b", "c"), ids(store, ANN, RecordQuery.of("entry").patients(many)));
    }

    @Test
    default void readsARangeWithoutItsEnd() {
        RecordStore store = filled();
        RecordQuery all = RecordQuery.of("entry");
        assertEquals(List.of("a", "b", "d"), ids(store, ANN, all.between("at", "2025-01", "2025-03")));
        assertEquals(List.of("b"), ids(store, ANN, all.between("at", "2025-01\u0001", "2025-03")));
        assertEquals(List.of("b"), ids(store, ANN, all.where("state", "closed").between("at", "2025-01", "2025-09")));
    }

    @Test
    default void comparesByCodePoints() {
        RecordStore store = open();
        // as UTF-16 the second comes before the first, by code points after it
        commit(store, ANN, note("a", 0, "{}", Map.of("f", "\uff5e"), Set.of()));
        commit(store, ANN, note("b", 0, "{}", Map.of("f", "\ud83d\ude00"), Set.of()));
        RecordQuery all = RecordQuery.of("note");
        assertEquals(List.of("a"), ids(store, ANN, all.between("f", "\uff00", "\ud83d\ude00")));
        assertEquals(List.of("b"), ids(store, ANN, all.between("f", "\uffff", "\ud83d\ude01")));
    }

    @Test
    default void readsPageAfterPage() {
        RecordStore store = filled();
        RecordQuery open = RecordQuery.of("entry").where("state", "open");
        assertEquals(List.of("a", "c"), ids(store, ANN, open.page(Optional.empty(), 2)));
        assertEquals(List.of("d"), ids(store, ANN, open.page(Optional.of("c"), 2)));
        assertEquals(List.of(), ids(store, ANN, open.page(Optional.of("d"), 2)));
    }

    @Test
    default void findsByTheCurrentVersionOnly() {
        RecordStore store = open();
        commit(store, ANN, note("a", 0, "{}", Map.of("f", "old", "g", "same"), Set.of()));
        commit(store, ANN, note("a", 1, "{\"v\":2}", Map.of("f", "new", "g", "same"), Set.of()));
        RecordQuery all = RecordQuery.of("note");
        assertEquals(List.of(), ids(store, ANN, all.where("f", "old")));
        assertEquals(List.of("a"), ids(store, ANN, all.where("f", "new")));
        assertEquals(List.of("a"), ids(store, ANN, all.where("g", "same")));
        commit(store, ANN, note("a", 2, "{}"));
        assertEquals(List.of(), ids(store, ANN, all.where("g", "same")));
    }

    @Test
    default void movesARecordToAnotherPatientAndMonth() {
        RecordStore store = filled();
        RecordDraft moved = entry("d", 2, "2025-05", "open");
        commit(
                store,
                ANN,
                new RecordDraft(
                        moved.key(),
                        1,
                        1,
                        "{}",
                        moved.patient(),
                        moved.month(),
                        moved.index(),
                        moved.uniqueKeys(),
                        "moved"));
        RecordQuery all = RecordQuery.of("entry");
        assertEquals(List.of("a"), ids(store, ANN, all.patient(patient(1))));
        assertEquals(List.of("b", "d"), ids(store, ANN, all.patient(patient(2))));
        assertEquals(List.of("d"), ids(store, ANN, all.month(ServiceMonth.parse("2025-05"))));
    }

    @Test
    default void showsAPracticeNothingOfAnother() {
        RecordStore store = filled();
        assertEquals(List.of("z"), ids(store, EVE, RecordQuery.of("entry")));
        assertEquals(List.of("z"), ids(store, EVE, RecordQuery.of("entry").patient(patient(1))));
        assertEquals(Optional.empty(), store.get(EVE, new RecordKey("entry", "a")));
        assertEquals(List.of(), store.history(EVE, new RecordKey("entry", "a")));
        Caller stranger = Caller.of("x", "practice'; --", Role.CARE_MANAGER, "test");
        assertEquals(List.of(), ids(store, stranger, RecordQuery.of("entry")));
        commit(store, EVE, entry("a", 9, "2025-01", "south"));
        assertEquals(
                "open",
                store.get(ANN, new RecordKey("entry", "a"))
                        .orElseThrow()
                        .index()
                        .get("state"));
    }

    @Test
    default void stopsWhenTheReaderHasEnough() {
        List<String> taken = new ArrayList<>();
        int result = filled().read(ANN, RecordQuery.of("entry"), new RecordReader<Integer>() {
            @Override
            public boolean take(StoredRecord found) {
                taken.add(found.id());
                return taken.size() < 2;
            }

            @Override
            public Integer result() {
                return taken.size();
            }
        });
        assertEquals(2, result);
        assertEquals(List.of("a", "b"), taken);
    }

    @Test
    default void givesTheReadersResultWhereNothingIsFound() {
        assertEquals(List.of(), open().read(ANN, RecordQuery.of("entry"), new Collecting()));
    }
}
