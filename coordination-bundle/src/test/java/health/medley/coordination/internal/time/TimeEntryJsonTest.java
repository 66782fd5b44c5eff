package health.medley.coordination.internal.time;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.practice.TestPractice;
import health.medley.core.ErrorCode;
import health.medley.core.ServiceMonth;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.StoredRecord;
import health.medley.core.time.KeptTime;
import health.medley.core.time.TimeRole;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeEntryJsonTest {

    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final ObjectMapper mapper = RecordJson.mapper();
    private final TimeEntries entries = new TimeEntries(mapper, new RecordIds(practice), practice);
    private final TimeEntryJson json = new TimeEntryJson(mapper, entries);

    private KeptTime entry(boolean full) {
        Optional<String> words = full ? Optional.of("\u00e4 \"note\" \\ of \ud83e\ude7a\n") : Optional.empty();
        return new KeptTime(
                "e-1",
                0,
                practice.patient,
                ServiceMonth.parse("2025-03"),
                OffsetDateTime.parse(full ? "2025-03-31T23:59:59-05:30" : "2025-03-01T00:00:00Z"),
                OffsetDateTime.parse(full ? "2025-04-01T00:00:01+14:00" : "2025-03-01T00:00:00Z"),
                "nurse \u00fc",
                full ? TimeRole.PRACTITIONER : TimeRole.CLERICAL,
                "care-plan",
                "ccm",
                words,
                words,
                words,
                full ? Optional.of(ServiceMonth.parse("2025-04")) : Optional.empty(),
                Instant.parse("2025-03-31T23:59:59.123Z"),
                Instant.parse(full ? "2025-04-30T00:00:00.999999999Z" : "2025-04-30T00:00:00Z"),
                full,
                full,
                words);
    }

    private StoredRecord stored(String body, int schema) {
        RecordDraft draft = entries.draft(entry(true));
        RecordDraft other = new RecordDraft(
                draft.key(), 0, schema, body, draft.patient(), draft.month(), draft.index(), draft.uniqueKeys(), "");
        return new TestPractice("2025-03-20T16:00:00Z")
                .store
                .commit(ANN, new Changes(List.of(other), Optional.empty()))
                .records()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsWhatTheKindReads(boolean full) {
        StoredRecord stored = stored(entries.draft(entry(full)).body(), 1);
        assertEquals(entries.value(stored), json.read(stored));
        assertEquals(entry(full).note(), json.read(stored).note());
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        String body = entries.draft(entry(true)).body();
        StoredRecord stored = stored("{\"later\":{\"end\":[1,{\"start\":null}]},\"note\":null," + body.substring(1), 1);
        assertEquals(entries.value(stored), json.read(stored));
    }

    @Test
    void saysThatABodyIsNoEntryWithoutShowingIt() {
        for (String body : List.of("{\"start\":\"secret\"}", "{", "[]", "{}", "\"secret\"", "{\"late\":\"secret\"}")) {
            String message = refused(ErrorCode.STORE_DAMAGED, () -> json.read(stored(body, 1)));
            assertFalse(message.contains("secret"), message);
        }
    }

    @Test
    void leavesANewerBodyToANewerBundle() {
        refused(
                ErrorCode.STORE_INCOMPATIBLE,
                () -> json.read(stored(entries.draft(entry(true)).body(), 2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-01T00:00:00Z",
                "2024-02-29T23:59:59-05:00",
                "2025-03-01T00:00:00+05:45",
                "2025-03-01T00:00Z",
                "2025-03-01T00:00:00.5+01:00",
                "2025-03-01T00:00:00+01:02:03"
            })
    void readsTimesAsOthersDo(String text) {
        assertEquals(OffsetDateTime.parse(text), IsoTime.offset(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-01T00:00:00Z", "2025-03-01T00:00:00.1Z", "2025-03-01T00:00:00.123456789Z"})
    void readsInstantsAsOthersDo(String text) {
        assertEquals(Instant.parse(text), IsoTime.instant(text));
    }
}
