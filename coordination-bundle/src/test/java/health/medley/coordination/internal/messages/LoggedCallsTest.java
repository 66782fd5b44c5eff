package health.medley.coordination.internal.messages;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.messages.Contacts.FIRST_OF_MANY;
import static health.medley.coordination.internal.messages.Contacts.contact;
import static health.medley.coordination.internal.messages.Contacts.time;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.coordination.internal.practice.TestPractice;
import health.medley.coordination.internal.practice.WatchedStore;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.Page;
import health.medley.core.coordination.ChannelKind;
import health.medley.core.coordination.Direction;
import health.medley.core.coordination.Message;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.StoredRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls and the time they take. */
class LoggedCallsTest {

    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredMessageService service = new StoredMessageService(practice.store, practice, practice, practice);

    @BeforeEach
    void offerTheTelephone() {
        service.addChannel(new VoiceChannel(), Map.of(Contract.ID, "voice", MessageChannel.KIND, "SPOKEN"));
    }

    @Test
    void aCallLogsItsTimeInTheSameCommit() {
        Message call = service.log(ANN, practice.patient, contact(Direction.OUTBOUND, false, Optional.of(time("x-1"))));
        assertEquals(ChannelKind.SPOKEN, call.kind());
        String entry = call.timeEntry().orElseThrow();
        practice.store.read(
                ANN,
                RecordQuery.of("time-entry").patient(practice.patient),
                new Expecting(entry, "message/" + call.id()));

        // another entry holds the external id: neither is committed
        refused(
                ErrorCode.KEY_TAKEN,
                () -> service.log(ANN, practice.patient, contact(Direction.OUTBOUND, false, Optional.of(time("x-1")))));
        assertEquals(1, service.messages(ANN, practice.patient, Page.FIRST).size());
    }

    private record Expecting(String id, String source) implements RecordReader<Boolean> {
        @Override
        public boolean take(StoredRecord found) {
            assertEquals(id, found.id());
            assertTrue(found.body().contains(source), found.body());
            return true;
        }

        @Override
        public Boolean result() {
            return true;
        }
    }

    @Test
    void aCallIsOneCommitWithItsTimeAndWhatItAnswers() {
        Message asked = service.log(ANN, practice.patient, contact(Direction.INBOUND, true, Optional.empty()));
        WatchedStore store = new WatchedStore(practice.store);
        StoredMessageService watched = new StoredMessageService(store, practice, practice, practice);
        watched.addChannel(new VoiceChannel(), Map.of(Contract.ID, "voice", MessageChannel.KIND, "SPOKEN"));
        watched.log(
                ANN,
                practice.patient,
                contact(Direction.OUTBOUND, FIRST_OF_MANY, false, Optional.of(asked.id()), Optional.of(time("x-2"))));
        assertEquals(
                List.of("commit 3"),
                store.asked.stream().filter(what -> what.startsWith("commit")).toList());
    }
}
