package health.medley.coordination.internal.messages;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.coordination.internal.practice.TestPractice;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.Page;
import health.medley.core.coordination.Message;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.MessageState;
import health.medley.core.coordination.NewMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every action in every state of a message. */
class MessageStatesTest {

    /** Where each action leads from each state, as people read it; a point where it does not follow. */
    private static final Path REFERENCE = Path.of("..", "docs", "reference", "coordination.md");

    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredMessageService service = new StoredMessageService(practice.store, practice, practice, practice);
    private final FakeChannel mail = new FakeChannel();

    @BeforeEach
    void offerAChannel() {
        service.addChannel(mail, Map.of(Contract.ID, "mail", MessageChannel.KIND, "WRITTEN"));
    }

    private Message send() {
        NewMessage message = new NewMessage("mail", Optional.empty(), "Your feet", "How are they?", Optional.empty());
        return service.send(ANN, practice.patient, message);
    }

    @TestFactory
    Stream<DynamicTest> everyActionInEveryState() throws Exception {
        List<String[]> rows = Files.readAllLines(REFERENCE).stream()
                .dropWhile(line -> !line.startsWith("| state | read"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .toList();
        assertEquals(MessageState.values().length, rows.size());
        List<DynamicTest> tests = new ArrayList<>();
        for (String[] row : rows) {
            MessageState from = MessageState.valueOf(row[0]);
            tests.add(DynamicTest.dynamicTest(
                    "read in " + from, () -> check(from, row[1], m -> service.read(ANN, m.id(), m.version()))));
            tests.add(DynamicTest.dynamicTest(
                    "settle in " + from, () -> check(from, row[2], m -> service.settle(ANN, m.id(), m.version()))));
            tests.add(DynamicTest.dynamicTest(
                    "retry in " + from, () -> check(from, row[3], m -> service.retry(ANN, m.id(), m.version()))));
        }
        return tests.stream();
    }

    private void check(MessageState from, String expected, UnaryOperator<Message> action) {
        Message message = in().get(from);
        if (expected.equals(".")) {
            refused(ErrorCode.STATE_INVALID, () -> action.apply(message));
        } else {
            assertEquals(MessageState.valueOf(expected), action.apply(message).state());
        }
    }

    private Map<MessageState, Message> in() {
        Map<MessageState, Message> states = new EnumMap<>(MessageState.class);
        mail.failure = Optional.of(ErrorCode.GATEWAY_FAILED);
        refused(ErrorCode.GATEWAY_FAILED, this::send);
        List<Message> waiting = service.open(ANN, Page.FIRST);
        Message givenUp = service.settle(ANN, waiting.get(waiting.size() - 1).id(), 1);
        refused(ErrorCode.GATEWAY_FAILED, this::send);
        mail.failure = Optional.empty();
        waiting = service.open(ANN, Page.FIRST);
        states.put(MessageState.WAITING, waiting.get(waiting.size() - 1));
        states.put(MessageState.GIVEN_UP, givenUp);
        states.put(MessageState.DELIVERED, send());
        Message read = send();
        states.put(MessageState.READ, service.read(ANN, read.id(), 2));
        Message answered = send();
        states.put(MessageState.ANSWERED, service.settle(ANN, answered.id(), 2));
        return states;
    }
}
