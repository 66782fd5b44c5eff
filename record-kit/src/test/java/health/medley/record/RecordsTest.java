package health.medley.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.CareTime;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Money;
import health.medley.core.PatientRef;
import health.medley.core.Request;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.Recorded;
import health.medley.core.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordsTest {

    /** Something with every type that records have. */
    public record Note(
            String id,
            long version,
            PatientRef patient,
            ServiceMonth month,
            LocalDate day,
            OffsetDateTime at,
            CareTime time,
            Money amount,
            Optional<String> remark,
            List<String> words,
            Map<String, String> more)
            implements Recorded {

        /** A sentence about the note, which is no part of it. */
        public String words(String joint) {
            return String.join(joint, words);
        }

        /** Not a component either. */
        public boolean isLong() {
            return words.size() > 3;
        }
    }

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-31T12:00:00Z"), ZoneOffset.UTC);
    private static final Caller CALLER = Caller.of("ann", "north", Role.CARE_MANAGER, "test");
    private static final PatientRef PATIENT = RecordIds.patient();

    private final ObjectMapper mapper = RecordJson.mapper();
    private final MemoryRecordStore store = new MemoryRecordStore(CLOCK);
    private final RecordKind<Note> kind = RecordKind.of("note", 2, Note.class, mapper)
            .ofPatient(Note::patient)
            .inMonth(Note::month)
            .foundBy(note -> Map.of("day", note.day().toString()))
            .unique(note -> Set.of("day/" + note.day()));
    private final Records<Note> notes = new Records<>(store, kind);

    private static Note note(String id, String day) {
        return new Note(
                id,
                0,
                PATIENT,
                ServiceMonth.parse("2025-03"),
                LocalDate.parse(day),
                OffsetDateTime.parse("2025-03-01T10:00:00-05:00"),
                new CareTime(1_199),
                Money.parse("62.58"),
                Optional.of("called back"),
                List.of("a", "b"),
                Map.of("k", "v"));
    }

    @Test
    void readsBackWhatItSaved() {
        Note saved = notes.save(CALLER, note("n1", "2025-03-02"), "test");

        assertEquals(1, saved.version());
        assertEquals(saved, notes.get(CALLER, "n1"));
        assertEquals(List.of(saved), notes.list(CALLER, notes.query().where("day", "2025-03-02")));
        assertEquals(List.of(), notes.list(CALLER, notes.query().month(ServiceMonth.parse("2025-04"))));
        assertEquals(
                note("n1", "2025-03-02"),
                new Note(
                        "n1",
                        0,
                        PATIENT,
                        saved.month(),
                        saved.day(),
                        saved.at(),
                        saved.time(),
                        saved.amount(),
                        saved.remark(),
                        saved.words(),
                        saved.more()));
    }

    @Test
    void keepsMembersItDoesNotKnow() {
        String body = store.commit(
                        CALLER,
                        new Changes(
                                List.of(kind.draft(note("n1", "2025-03-02"), Optional.empty(), "test")),
                                Optional.empty()))
                .records()
                .get(0)
                .body();
        assertTrue(body.contains("\"time\":1199") && body.contains("\"amount\":\"62.58\""), body);
        RecordDraft newer = new RecordDraft(
                kind.key("n1"),
                1,
                2,
                body.replace("\"words\"", "\"later\":{\"x\":1},\"words\""),
                Optional.of(PATIENT),
                Optional.empty(),
                Map.of(),
                Set.of(),
                "a newer bundle");
        store.commit(CALLER, new Changes(List.of(newer), Optional.empty()));

        Note read = notes.get(CALLER, "n1");
        notes.save(CALLER, read, "again");

        StoredRecord last = store.get(CALLER, kind.key("n1")).orElseThrow();
        assertEquals(3, last.version());
        assertTrue(last.body().contains("\"later\":{\"x\":1}"), last.body());
    }

    /** A value without anything but its id and version. */
    public record Bare(String id, long version) implements Recorded {}

    @Test
    void keepsIdsThatJsonEscapesAndValuesThatAreEmpty() {
        Note saved = notes.save(CALLER, note("a\"b\\c", "2025-03-02"), "test");
        assertEquals(saved, notes.get(CALLER, "a\"b\\c"));

        Records<Bare> bare = new Records<>(store, RecordKind.of("bare", 1, Bare.class, mapper));
        Bare empty = bare.save(CALLER, new Bare("b1", 0), "test");
        assertEquals(new Bare("b1", 1), empty);
        assertEquals(
                "{}",
                store.get(CALLER, RecordKind.of("bare", 1, Bare.class, mapper).key("b1"))
                        .orElseThrow()
                        .body());
        assertEquals(new Bare("b1", 2), bare.save(CALLER, empty, "again"));
    }

    @Test
    void aBodyThatIsNoObjectIsDamage() {
        for (String body : List.of("[]", "{\"patient\"", "{\"patient\":7}", "")) {
            RecordDraft draft = new RecordDraft(
                    kind.key("n" + body.length()),
                    0,
                    2,
                    body,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    "");
            store.commit(CALLER, new Changes(List.of(draft), Optional.empty()));
            assertEquals(
                    ErrorCode.STORE_DAMAGED,
                    assertThrows(MedleyException.class, () -> notes.get(CALLER, "n" + body.length()))
                            .code(),
                    body);
        }
    }

    @Test
    void findsNothingUnderWhatCanBeNoId() {
        for (String id : List.of("", "n\u00f6", "two words", "x".repeat(101))) {
            assertEquals(Optional.empty(), notes.find(CALLER, id));
            assertEquals(List.of(), notes.history(CALLER, id));
        }
    }

    @Test
    void refusesASecondWriterAndATakenKey() {
        Note saved = notes.save(CALLER, note("n1", "2025-03-02"), "test");
        notes.save(CALLER, saved, "first");

        assertEquals(
                ErrorCode.RECORD_CHANGED,
                assertThrows(MedleyException.class, () -> notes.save(CALLER, saved, "second"))
                        .code());
        assertEquals(
                ErrorCode.KEY_TAKEN,
                assertThrows(MedleyException.class, () -> notes.save(CALLER, note("n2", "2025-03-02"), "same day"))
                        .code());
    }

    @Test
    void doesTheSameRequestOnce() {
        Caller asked = CALLER.answering(new Request("key-1", "aa"));
        Note first = notes.save(asked, note("n1", "2025-03-02"), "test");
        Note again = notes.save(asked, note("n2", "2025-03-03"), "test");

        assertEquals(first, again);
        assertEquals(
                ErrorCode.REQUEST_REUSED,
                assertThrows(
                                MedleyException.class,
                                () -> notes.save(
                                        CALLER.answering(new Request("key-1", "bb")), note("n3", "2025-03-04"), "test"))
                        .code());
    }

    @Test
    void showsNothingOfAnotherPractice() {
        notes.save(CALLER, note("n1", "2025-03-02"), "test");
        Caller other = Caller.of("ann", "south", Role.CARE_MANAGER, "test");

        assertEquals(Optional.empty(), notes.find(other, "n1"));
        assertEquals(List.of(), notes.list(other, notes.query()));
        assertEquals(
                ErrorCode.RECORD_ABSENT,
                assertThrows(MedleyException.class, () -> notes.get(other, "n1"))
                        .code());
    }

    @Test
    void makesIdsInTheOrderOfTimeAlsoWhenTheClockStands() {
        RecordIds ids = new RecordIds(CLOCK);
        String last = "";
        for (int i = 0; i < 10_000; i++) {
            String next = ids.next();
            assertTrue(next.compareTo(last) > 0, next + " after " + last);
            last = next;
        }
    }

    /** Something with everything that holds several things. */
    record Grown(List<String> words, Set<Integer> numbers, Map<String, Integer> counts) {
        Grown {
            words = List.copyOf(words);
            numbers = Set.copyOf(numbers);
            counts = Map.copyOf(counts);
        }
    }

    @Test
    void aListSetOrMapThatIsLeftOutIsEmpty() throws Exception {
        Grown nothing = new Grown(List.of(), Set.of(), Map.of());
        assertEquals(nothing, RecordJson.mapper().readValue("{}", Grown.class));
        assertEquals(nothing, RecordJson.mapper().readValue("{\"words\":null,\"counts\":null}", Grown.class));
    }

    @Test
    void whatCannotBeAnIdIsNoRecords() {
        Caller caller = Caller.of("ada", "main", Role.CARE_MANAGER, "test");
        Records<Note> notes =
                new Records<>(new MemoryRecordStore(CLOCK), RecordKind.of("note", 1, Note.class, RecordJson.mapper()));
        for (String id : List.of("", " ", "a b", "\u00e4", "x".repeat(101))) {
            MedleyException refused = assertThrows(MedleyException.class, () -> notes.get(caller, id));
            assertEquals(ErrorCode.RECORD_ABSENT, refused.code());
        }
    }
}
