package health.medley.coordination.internal.messages;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.messages.Contacts.FIRST_OF_MANY;
import static health.medley.coordination.internal.messages.Contacts.contact;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static health.medley.coordination.internal.practice.TestPractice.BOB_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.coordination.internal.practice.TestPractice;
import health.medley.coordination.internal.practice.WatchedStore;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.Page;
import health.medley.core.Request;
import health.medley.core.coordination.ChannelKind;
import health.medley.core.coordination.Delivery;
import health.medley.core.coordination.Direction;
import health.medley.core.coordination.LoggedContact;
import health.medley.core.coordination.Message;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.MessageState;
import health.medley.core.coordination.NewMessage;
import health.medley.core.coordination.OfferedChannel;
import health.medley.core.coordination.OutgoingMessage;
import health.medley.record.RecordIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredMessageServiceTest {

    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredMessageService service = new StoredMessageService(practice.store, practice, practice, practice);
    private final FakeChannel mail = new FakeChannel();

    @BeforeEach
    void offerChannels() {
        service.addChannel(mail, Map.of(Contract.ID, "mail", MessageChannel.KIND, "WRITTEN"));
        service.addChannel(new VoiceChannel(), Map.of(Contract.ID, "voice", MessageChannel.KIND, "SPOKEN"));
        service.addChannel(new PortalChannel(), Map.of(Contract.ID, "portal", MessageChannel.KIND, "WRITTEN"));
    }

    private static NewMessage message(String channel, Optional<String> replyTo) {
        return new NewMessage(channel, Optional.of("pat@example.org"), "Your feet", "How are they?", replyTo);
    }

    private Message send() {
        return service.send(ANN, practice.patient, message("mail", Optional.empty()));
    }

    @Test
    void deliversWhatItKeeps() {
        Message sent = send();
        assertEquals(MessageState.DELIVERED, sent.state());
        assertEquals(Optional.of("fake/1"), sent.reference());
        assertEquals(Optional.of("ann"), sent.by());
        assertEquals(sent.id(), sent.thread());
        assertEquals(sent.id(), mail.taken.get(0).id());
        assertEquals("How are they?", mail.taken.get(0).text());
        assertEquals(List.of(sent), service.messages(ANN, practice.patient, Page.FIRST));
        assertEquals(List.of(), service.open(ANN, Page.FIRST));
    }

    @Test
    void whatTheChannelDoesNotTakeWaitsAndIsTriedAgainUnderTheSameId() {
        for (ErrorCode code :
                List.of(ErrorCode.GATEWAY_FAILED, ErrorCode.PROVIDER_FAILED, ErrorCode.ARGUMENT_INVALID)) {
            mail.failure = Optional.of(code);
            String refusal = refused(ErrorCode.GATEWAY_FAILED, this::send);
            List<Message> open = service.open(ANN, Page.FIRST);
            Message waiting = open.get(open.size() - 1);
            assertEquals(MessageState.WAITING, waiting.state());
            assertTrue(refusal.contains(waiting.id()), refusal);
        }
        Message waiting = service.open(ANN, Page.FIRST).get(0);
        refused(ErrorCode.GATEWAY_FAILED, () -> service.retry(ANN, waiting.id(), 1));
        mail.failure = Optional.empty();
        Message delivered = service.retry(ANN, waiting.id(), 1);
        assertEquals(MessageState.DELIVERED, delivered.state());
        assertEquals(waiting.id(), mail.taken.get(0).id());
        assertEquals(1, mail.taken.size());
        assertEquals(2, service.open(ANN, Page.FIRST).size());
    }

    @Test
    void aChannelThatIsGoneLeavesTheMessageWaiting() {
        mail.failure = Optional.of(ErrorCode.GATEWAY_FAILED);
        refused(ErrorCode.GATEWAY_FAILED, this::send);
        service.removeChannel(mail);
        Message waiting = service.open(ANN, Page.FIRST).get(0);
        refused(ErrorCode.GATEWAY_FAILED, () -> service.retry(ANN, waiting.id(), 1));
        refused(ErrorCode.ARGUMENT_INVALID, this::send);
    }

    @Test
    void theSameRequestSendsOnceThoughItCommitsTwice() {
        Caller asked = ANN.answering(new Request("k", "aa"));
        Message sent = service.send(asked, practice.patient, message("mail", Optional.empty()));
        assertEquals(
                sent.id(),
                practice.store
                        .repeated(asked, new Request("k", "aa"))
                        .orElseThrow()
                        .records()
                        .get(0)
                        .id());
    }

    @Test
    void aCallIsLoggedAndNotSent() {
        refused(ErrorCode.STATE_INVALID, () -> service.send(ANN, practice.patient, message("voice", Optional.empty())));
        refused(ErrorCode.STATE_INVALID, () -> new VoiceChannel()
                .deliver(ANN, new OutgoingMessage("m", Optional.empty(), "s", "t", Optional.empty())));
        assertEquals(
                new Delivery("inbox/m"),
                new PortalChannel()
                        .deliver(ANN, new OutgoingMessage("m", Optional.empty(), "s", "t", Optional.empty())));
    }

    @Test
    void anAnswerEndsTheWaitingOfWhatItAnswers() {
        Message asked = service.log(ANN, practice.patient, contact(Direction.INBOUND, true, Optional.empty()));
        assertEquals(List.of(asked), service.open(ANN, Page.FIRST));
        Message answer = service.send(ANN, practice.patient, message("mail", Optional.of(asked.id())));

        assertEquals(List.of(), service.open(ANN, Page.FIRST));
        List<Message> thread = service.thread(ANN, asked.id());
        assertEquals(
                List.of(asked.id(), answer.id()),
                thread.stream().map(Message::id).toList());
        assertEquals(MessageState.ANSWERED, thread.get(0).state());
        assertEquals(Optional.of(answer.id()), thread.get(0).answeredBy());

        Message again = service.log(
                ANN,
                practice.patient,
                contact(Direction.OUTBOUND, FIRST_OF_MANY, false, Optional.of(answer.id()), Optional.empty()));
        assertEquals(asked.id(), again.thread());
    }

    @Test
    void whatWasDeliveredIsNotDeliveredAgainThoughItsQuestionChangesMeanwhile() {
        Message asked = service.log(ANN, practice.patient, contact(Direction.INBOUND, true, Optional.empty()));
        WatchedStore store = new WatchedStore(practice.store);
        StoredMessageService racing = new StoredMessageService(store, practice, practice, practice);
        racing.addChannel(mail, Map.of(Contract.ID, "mail", MessageChannel.KIND, "WRITTEN"));
        // the first commit keeps the message; somebody reads the question just before the second
        store.beforeCommits.add(() -> {});
        store.beforeCommits.add(() -> service.read(ANN, asked.id(), 1));
        Message answer = racing.send(ANN, practice.patient, message("mail", Optional.of(asked.id())));
        assertEquals(MessageState.DELIVERED, answer.state());
        assertEquals(1, mail.taken.size());
        // made by two services in one millisecond, so in either order
        List<MessageState> states = service.thread(ANN, asked.id()).stream()
                .map(Message::state)
                .sorted()
                .toList();
        assertEquals(List.of(MessageState.DELIVERED, MessageState.ANSWERED), states);
    }

    @Test
    void refusesStrangersTheFutureAndOtherPatientsThreads() {
        NewMessage message = message("mail", Optional.empty());
        refused(ErrorCode.PATIENT_UNKNOWN, () -> service.send(ANN, RecordIds.patient(), message));
        refused(ErrorCode.PATIENT_UNKNOWN, () -> service.send(BOB_ELSEWHERE, practice.patient, message));
        LoggedContact call = contact(Direction.INBOUND, false, Optional.empty());
        refused(ErrorCode.PATIENT_UNKNOWN, () -> service.log(BOB_ELSEWHERE, practice.patient, call));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> service.log(
                        ANN,
                        practice.patient,
                        contact(
                                Direction.INBOUND,
                                "2025-03-20T12:01:01-04:00",
                                false,
                                Optional.empty(),
                                Optional.empty())));
        Message sent = send();
        refused(
                ErrorCode.RECORD_ABSENT,
                () -> service.send(ANN, practice.other, message("mail", Optional.of(sent.id()))));
        refused(
                ErrorCode.RECORD_ABSENT,
                () -> service.send(ANN, practice.patient, message("mail", Optional.of("nothing"))));
        refused(
                ErrorCode.RECORD_ABSENT,
                () -> service.send(ANN, practice.patient, message("mail", Optional.of("n\u00f6\u00f6"))));
        refused(ErrorCode.RECORD_ABSENT, () -> service.read(BOB_ELSEWHERE, sent.id(), 2));
        assertEquals(List.of(), service.messages(BOB_ELSEWHERE, practice.patient, Page.FIRST));
        assertEquals(List.of(), service.thread(BOB_ELSEWHERE, sent.id()));
        assertEquals(1, mail.taken.size());
    }

    @Test
    void offersNoChannelThatDoesNotSayHowPeopleTalkOverIt() {
        for (Map<String, Object> properties : List.of(
                Map.<String, Object>of(Contract.ID, "x"), Map.<String, Object>of(MessageChannel.KIND, "SUNG"))) {
            assertThrows(IllegalArgumentException.class, () -> service.addChannel(mail, properties));
        }
    }

    @Test
    void tellsWhichChannelsAreOffered() {
        assertEquals(
                List.of(
                        new OfferedChannel("mail", ChannelKind.WRITTEN),
                        new OfferedChannel("portal", ChannelKind.WRITTEN),
                        new OfferedChannel("voice", ChannelKind.SPOKEN)),
                service.channels(ANN));
    }

    @Test
    void aMessageSaysWhoReadItWhen() {
        Message sent = send();
        Message read = service.read(ANN, sent.id(), 2);
        assertEquals(Optional.of("ann"), read.readBy());
        assertEquals(Optional.of(practice.instant()), read.readAt());
        refused(ErrorCode.RECORD_CHANGED, () -> service.settle(ANN, sent.id(), 2));
    }
}
