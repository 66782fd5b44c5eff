package health.medley.referral.internal;

import static health.medley.referral.internal.TestPractice.ANN;
import static health.medley.referral.internal.TestPractice.BOB_ELSEWHERE;
import static health.medley.referral.internal.TestPractice.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.Page;
import health.medley.core.referral.LoopQuery;
import health.medley.core.referral.NewReferral;
import health.medley.core.referral.Referral;
import health.medley.core.referral.ReferralAction;
import health.medley.core.referral.ReferralNews;
import health.medley.core.referral.ReferralRecipient;
import health.medley.core.referral.ReferralState;
import health.medley.core.referral.ReferralStep;
import health.medley.core.referral.ReferralUrgency;
import health.medley.record.RecordIds;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredReferralServiceTest {

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

    private Referral sent() {
        Referral referral = requested();
        return service.send(ANN, referral.id(), referral.version());
    }

    private static ReferralStep step(ReferralAction action, String day) {
        return new ReferralStep(action, LocalDate.parse(day), "front desk", Optional.of("so they say"));
    }

    @Test
    void sendsTheWholeDocumentThroughTheGateway() {
        Referral referral = sent();
        assertEquals(ReferralState.SENT, referral.state());
        assertEquals(Optional.of("ref/" + referral.id() + "-1"), referral.reference());
        var document = gateway.taken.get(referral.id() + "-1");
        assertEquals("pat-1", document.patient());
        assertEquals("North", document.practice());
        assertEquals("chest pain on exertion", document.reason());
        assertFalse(document.toString().contains("chest"));
    }

    @Test
    void aGatewayThatFailsChangesNothing() {
        Referral referral = requested();
        for (ErrorCode code : List.of(ErrorCode.GATEWAY_FAILED, ErrorCode.PROVIDER_FAILED, ErrorCode.SERVICE_ABSENT)) {
            gateway.failure = Optional.of(code);
            refused(ErrorCode.GATEWAY_FAILED, () -> service.send(ANN, referral.id(), 1));
        }
        service.removeGateway(gateway);
        refused(ErrorCode.GATEWAY_FAILED, () -> service.send(ANN, referral.id(), 1));
        assertEquals(List.of(referral), service.history(ANN, referral.id()));

        offerAGateway();
        gateway.failure = Optional.empty();
        assertEquals(ReferralState.SENT, service.send(ANN, referral.id(), 1).state());
        assertEquals(1, gateway.taken.size());
    }

    @Test
    void refusesAGatewayThatIsNotThere() {
        String message = refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> service.request(ANN, practice.patient, wanted(ReferralUrgency.ROUTINE, "2025-03-20", "pigeon")));
        assertTrue(message.contains("fake"), message);
    }

    @Test
    void refusesStrangersAndTheFuture() {
        NewReferral wanted = wanted(ReferralUrgency.ROUTINE, "2025-03-20", "");
        refused(ErrorCode.PATIENT_UNKNOWN, () -> service.request(ANN, RecordIds.patient(), wanted));
        refused(ErrorCode.PATIENT_UNKNOWN, () -> service.request(BOB_ELSEWHERE, practice.patient, wanted));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> service.request(ANN, practice.patient, wanted(ReferralUrgency.ROUTINE, "2025-03-21", "")));
        Referral referral = service.request(ANN, practice.patient, wanted);
        refused(ErrorCode.RECORD_ABSENT, () -> service.send(BOB_ELSEWHERE, referral.id(), 1));
        refused(ErrorCode.RECORD_ABSENT, () -> service.history(BOB_ELSEWHERE, referral.id()));
        refused(ErrorCode.RECORD_CHANGED, () -> service.send(ANN, referral.id(), 2));
        assertEquals(List.of(), service.referrals(BOB_ELSEWHERE, practice.patient));
        assertEquals(List.of(), service.openLoops(BOB_ELSEWHERE, OPEN));
    }

    @Test
    void aStepIsNeitherBeforeTheRequestNorInTheFuture() {
        Referral referral = sent();
        for (String day : List.of("2025-03-19", "2025-03-21")) {
            refused(
                    ErrorCode.ARGUMENT_INVALID,
                    () -> service.advance(ANN, referral.id(), 2, step(ReferralAction.ACCEPT, day)));
        }
        service.advance(ANN, referral.id(), 2, step(ReferralAction.ACCEPT, "2025-03-20"));
    }

    @Test
    void closingWithoutAReportNeedsAReason() {
        Referral referral = sent();
        Referral seen = service.advance(ANN, referral.id(), 2, step(ReferralAction.COMPLETE, "2025-03-20"));
        ReferralStep silent =
                new ReferralStep(ReferralAction.CLOSE, LocalDate.parse("2025-03-20"), "ann", Optional.empty());
        refused(ErrorCode.ARGUMENT_INVALID, () -> service.advance(ANN, referral.id(), 3, silent));
        Referral closed = service.advance(ANN, seen.id(), 3, step(ReferralAction.CLOSE, "2025-03-20"));
        assertEquals(List.of(), service.openLoops(ANN, OPEN));
        assertEquals(Optional.empty(), closed.deadline());
    }

    @Test
    void stepsBringWhatTheyNeedAndNothingElse() {
        for (ReferralAction action :
                List.of(ReferralAction.SCHEDULE, ReferralAction.RECEIVE_REPORT, ReferralAction.REDIRECT)) {
            refused(ErrorCode.ARGUMENT_INVALID, () -> step(action, "2025-03-20"));
        }
        for (ReferralAction action : List.of(ReferralAction.DECLINE, ReferralAction.CANCEL)) {
            refused(
                    ErrorCode.ARGUMENT_INVALID,
                    () -> new ReferralStep(action, LocalDate.parse("2025-03-20"), "ann", Optional.empty()));
        }
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> new ReferralStep(
                        ReferralAction.ACCEPT,
                        LocalDate.parse("2025-03-20"),
                        "ann",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("report"),
                        Optional.empty()));
    }

    @Test
    void refusesYearsThatAreNone() {
        refused(ErrorCode.ARGUMENT_INVALID, () -> wanted(ReferralUrgency.ROUTINE, "1999-12-31", ""));
        refused(ErrorCode.ARGUMENT_INVALID, () -> step(ReferralAction.ACCEPT, "+999999999-12-31"));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> new ReferralStep(
                        ReferralAction.SCHEDULE,
                        LocalDate.parse("2025-03-20"),
                        "ann",
                        Optional.empty(),
                        Optional.of(OffsetDateTime.MAX),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void aRedirectedReferralIsSentAnewUnderAnotherId() {
        Referral referral = sent();
        service.advance(ANN, referral.id(), 2, CourseTest.step(ReferralAction.DECLINE));
        Referral again = service.advance(ANN, referral.id(), 3, CourseTest.step(ReferralAction.REDIRECT));
        assertEquals("Other Heart Center", again.recipient().name());
        assertEquals(Optional.empty(), again.reference());
        Referral second = service.send(ANN, referral.id(), 4);
        assertEquals(Optional.of("ref/" + referral.id() + "-2"), second.reference());
    }

    @Test
    void newsLeadAReferralOn() {
        Referral referral = sent();
        assertEquals(referral, service.refresh(ANN, referral.id(), 2));
        gateway.tell(ReferralState.SENT, "");
        assertEquals(referral, service.refresh(ANN, referral.id(), 2));
        gateway.tell(ReferralState.ACCEPTED, "");
        Referral accepted = service.refresh(ANN, referral.id(), 2);
        assertEquals(ReferralState.ACCEPTED, accepted.state());
        assertEquals("gateway/fake", accepted.steps().get(2).by());
        assertEquals(accepted, service.refresh(ANN, referral.id(), 3));
        assertEquals(referral.reference(), Optional.of(gateway.askedFor));

        OffsetDateTime when = OffsetDateTime.parse("2025-04-01T09:00:00-04:00");
        gateway.news = Optional.of(
                new ReferralNews(ReferralState.SCHEDULED, Optional.empty(), Optional.of(when), Optional.empty()));
        Referral scheduled = service.refresh(ANN, referral.id(), 3);
        assertEquals(Optional.of(when), scheduled.appointment());
        assertEquals(scheduled, service.refresh(ANN, referral.id(), 4));

        gateway.tell(ReferralState.REPORT_RECEIVED, "no ischemia");
        Referral reported = service.refresh(ANN, referral.id(), 4);
        assertEquals(ReferralState.REPORT_RECEIVED, reported.state());
        assertEquals(Optional.of("no ischemia"), reported.report());
        assertEquals(5, reported.version());
        assertEquals(reported, service.refresh(ANN, referral.id(), 5));
        gateway.tell(ReferralState.REPORT_RECEIVED, "addendum");
        assertEquals(
                Optional.of("addendum"), service.refresh(ANN, referral.id(), 5).report());
    }

    @Test
    void newsOfARefusalNeedNobodysNote() {
        Referral referral = sent();
        gateway.news = Optional.of(
                new ReferralNews(ReferralState.CANCELLED, Optional.empty(), Optional.empty(), Optional.empty()));
        assertEquals(
                ReferralState.DECLINED, service.refresh(ANN, referral.id(), 2).state());
    }

    @Test
    void thereIsNoNewsOfWhatNoGatewaySent() {
        Referral byHand = service.request(ANN, practice.patient, wanted(ReferralUrgency.ROUTINE, "2025-03-20", ""));
        service.send(ANN, byHand.id(), 1);
        refused(ErrorCode.STATE_INVALID, () -> service.refresh(ANN, byHand.id(), 2));
        Referral unsent = requested();
        refused(ErrorCode.STATE_INVALID, () -> service.refresh(ANN, unsent.id(), 1));
        Referral sent = sent();
        gateway.failure = Optional.of(ErrorCode.GATEWAY_FAILED);
        refused(ErrorCode.GATEWAY_FAILED, () -> service.refresh(ANN, sent.id(), 2));
    }
}
