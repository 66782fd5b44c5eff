package health.medley.referral.internal;

import static health.medley.referral.internal.TestPractice.ANN;
import static health.medley.referral.internal.TestPractice.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.referral.NewReferral;
import health.medley.core.referral.Referral;
import health.medley.core.referral.ReferralAction;
import health.medley.core.referral.ReferralRecipient;
import health.medley.core.referral.ReferralState;
import health.medley.core.referral.ReferralStep;
import health.medley.core.referral.ReferralUrgency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every action in every state, through the service. */
class CourseTest {

    private static final LocalDate DAY = LocalDate.parse("2025-03-20");
    private static final ReferralRecipient HEART = recipient("Heart Center");

    /** How to come into each state. */
    private static final Map<ReferralState, List<ReferralAction>> WAYS = Map.of(
            ReferralState.SENT, List.of(),
            ReferralState.ACCEPTED, List.of(ReferralAction.ACCEPT),
            ReferralState.DECLINED, List.of(ReferralAction.DECLINE),
            ReferralState.SCHEDULED, List.of(ReferralAction.SCHEDULE),
            ReferralState.COMPLETED, List.of(ReferralAction.COMPLETE),
            ReferralState.REPORT_RECEIVED, List.of(ReferralAction.COMPLETE, ReferralAction.RECEIVE_REPORT),
            ReferralState.REVIEWED,
                    List.of(ReferralAction.COMPLETE, ReferralAction.RECEIVE_REPORT, ReferralAction.REVIEW),
            ReferralState.CLOSED, List.of(ReferralAction.DECLINE, ReferralAction.CLOSE),
            ReferralState.CANCELLED, List.of(ReferralAction.CANCEL));

    /** Where each action leads from each state, as people read it; a point where it does not follow. */
    private static final Path TABLE = Path.of("..", "docs", "reference", "referrals.md");

    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredReferralService service =
            new StoredReferralService(practice.store, practice, practice, practice);

    @TestFactory
    Stream<DynamicTest> everyActionInEveryState() throws Exception {
        List<String[]> rows = rows();
        String[] actions = rows.get(0);
        List<DynamicTest> tests = new ArrayList<>();
        for (String[] cells : rows.subList(1, rows.size())) {
            ReferralState from = ReferralState.valueOf(cells[0]);
            for (int column = 1; column < cells.length; column++) {
                ReferralAction action = ReferralAction.valueOf(actions[column]);
                String expected = cells[column];
                tests.add(DynamicTest.dynamicTest(
                        action + " in " + from + " leads to " + expected, () -> check(from, action, expected)));
            }
        }
        assertEquals(ReferralState.values().length * ReferralAction.values().length, tests.size());
        return tests.stream();
    }

    private static List<String[]> rows() throws Exception {
        return Files.readAllLines(TABLE).stream()
                .dropWhile(line -> !line.startsWith("| state | ACCEPT"))
                .takeWhile(line -> line.startsWith("|"))
                .filter(line -> !line.startsWith("|---"))
                .map(line -> line.substring(2, line.length() - 2).split(" \\| "))
                .toList();
    }

    private void check(ReferralState from, ReferralAction action, String expected) {
        Referral referral = in(from);
        if (expected.equals(".")) {
            String message = refused(
                    ErrorCode.STATE_INVALID,
                    () -> service.advance(ANN, referral.id(), referral.version(), step(action)));
            assertTrue(message.contains(from.name()) && message.contains(action.name()), message);
            assertEquals(referral, service.history(ANN, referral.id()).get((int) referral.version() - 1));
        } else {
            Referral after = service.advance(ANN, referral.id(), referral.version(), step(action));
            assertEquals(ReferralState.valueOf(expected), after.state());
            assertEquals(after.state().ended(), after.deadline().isEmpty());
            assertEquals(referral.steps().size() + 1, after.steps().size());
        }
    }

    @TestFactory
    Stream<DynamicTest> sendingFollowsTheRequestOnly() {
        return Stream.of(ReferralState.values())
                .map(from -> DynamicTest.dynamicTest("sending in " + from, () -> {
                    Referral referral = in(from);
                    if (from == ReferralState.REQUESTED) {
                        assertEquals(
                                ReferralState.SENT,
                                service.send(ANN, referral.id(), 1).state());
                    } else {
                        refused(ErrorCode.STATE_INVALID, () -> service.send(ANN, referral.id(), referral.version()));
                    }
                }));
    }

    private Referral in(ReferralState state) {
        Referral referral = service.request(ANN, practice.patient, wanted());
        if (state == ReferralState.REQUESTED) {
            return referral;
        }
        referral = service.send(ANN, referral.id(), referral.version());
        for (ReferralAction action : WAYS.get(state)) {
            referral = service.advance(ANN, referral.id(), referral.version(), step(action));
        }
        assertEquals(state, referral.state());
        return referral;
    }

    private static NewReferral wanted() {
        return new NewReferral(
                HEART,
                "chest pain on exertion",
                List.of("I20.9"),
                ReferralUrgency.ROUTINE,
                "1234567893",
                DAY,
                Optional.empty(),
                Optional.empty());
    }

    private static ReferralRecipient recipient(String name) {
        return new ReferralRecipient(name, "cardiology", Optional.empty(), Optional.empty());
    }

    static ReferralStep step(ReferralAction action) {
        return new ReferralStep(
                action,
                DAY,
                "front desk",
                Optional.of("so they say"),
                action == ReferralAction.SCHEDULE
                        ? Optional.of(OffsetDateTime.parse("2025-03-24T09:00:00-04:00"))
                        : Optional.empty(),
                action == ReferralAction.RECEIVE_REPORT ? Optional.of("no ischemia") : Optional.empty(),
                action == ReferralAction.REDIRECT ? Optional.of(recipient("Other Heart Center")) : Optional.empty());
    }
}
