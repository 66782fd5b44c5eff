package health.medley.referral.internal;

import static health.medley.referral.internal.TestPractice.ANN;
import static health.medley.referral.internal.TestPractice.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.Page;
import health.medley.core.referral.LoopQuery;
import health.medley.core.referral.NewReferral;
import health.medley.core.referral.Referral;
import health.medley.core.referral.ReferralAction;
import health.medley.core.referral.ReferralRecipient;
import health.medley.core.referral.ReferralUrgency;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines of a referral's steps, and who hears of those that passed. */
class ReferralDeadlinesTest {

    private static final LoopQuery OVERDUE = new LoopQuery(true, Page.FIRST);
    private static final LoopQuery OPEN = new LoopQuery(false, Page.FIRST);

    // a Thursday
    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredReferralService service =
            new StoredReferralService(practice.store, practice, practice, practice);
    private final FakeGateway gateway = new FakeGateway();

    @BeforeEach
    void offerAGateway() {
        service.addGateway(gateway, Map.of(Contract.ID, "fake"));
    }

    private static NewReferral wanted(ReferralUrgency urgency, String day, String gateway) {
        return new NewReferral(
                new ReferralRecipient("Heart Center", "cardiology", Optional.of("1999999992"), Optional.empty()),
                "chest pain on exertion",
                List.of("I20.9"),
                urgency,
                "1234567893",
                LocalDate.parse(day),
                gateway.isEmpty() ? Optional.empty() : Optional.of(gateway),
                Optional.of("please soon"));
    }

    private Referral requested() {
        return service.request(ANN, practice.patient, wanted(ReferralUrgency.ROUTINE, "2025-03-20", "fake"));
    }

    @Test
    void deadlinesCountBusinessDaysFromTheDayOfTheStep() {
        Referral referral = requested();
        assertEquals(
                LocalDate.parse("2025-03-24"), referral.deadline().orElseThrow().due());
        assertTrue(referral.deadline().orElseThrow().source().contains("default"));
        Referral sent = service.send(ANN, referral.id(), 1);
        assertEquals(
                LocalDate.parse("2025-03-27"), sent.deadline().orElseThrow().due());
        Referral scheduled = service.advance(ANN, referral.id(), 2, CourseTest.step(ReferralAction.SCHEDULE));
        assertEquals(
                LocalDate.parse("2025-03-26"),
                scheduled.deadline().orElseThrow().due());
    }

    @Test
    void thePracticeSetsItsDeadlines() {
        practice.parameters = Map.of("stat.requested", "3 days");
        Referral referral = service.request(ANN, practice.patient, wanted(ReferralUrgency.STAT, "2025-03-20", "fake"));
        assertEquals(
                LocalDate.parse("2025-03-23"), referral.deadline().orElseThrow().due());
        assertEquals(
                "parameter of the practice", referral.deadline().orElseThrow().source());
        practice.parameters = Map.of("stat.sent", "quick");
        refused(ErrorCode.ARGUMENT_INVALID, () -> service.send(ANN, referral.id(), 1));
    }

    @Test
    void theLastDayIsInTimeAndTheDayAfterIsNot() {
        Referral referral = requested();
        // 23:59:59 of the 24th in New York
        practice.at("2025-03-25T03:59:59Z");
        assertEquals(List.of(), service.openLoops(ANN, OVERDUE));
        assertEquals(List.of(referral), service.openLoops(ANN, OPEN));
        practice.at("2025-03-25T04:00:00Z");
        assertEquals(List.of(referral), service.openLoops(ANN, OVERDUE));
    }

    @Test
    void escalatesEachPassedDeadlineOnce() {
        Referral referral = requested();
        assertEquals(List.of(), service.escalate(ANN, "dr lee"));
        practice.at("2025-03-25T16:00:00Z");
        List<Referral> first = service.escalate(ANN, "dr lee");
        assertEquals(1, first.size());
        assertEquals("dr lee", first.get(0).escalations().get(0).to());
        assertEquals(2, first.get(0).version());
        assertEquals(List.of(), service.escalate(ANN, "dr lee"));

        service.send(ANN, referral.id(), 2);
        practice.at("2025-04-02T16:00:00Z");
        assertEquals(2, service.escalate(ANN, "dr kim").get(0).escalations().size());
        refused(ErrorCode.ARGUMENT_INVALID, () -> service.escalate(ANN, " "));
    }
}
