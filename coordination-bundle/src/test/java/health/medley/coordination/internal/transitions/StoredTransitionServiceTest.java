package health.medley.coordination.internal.transitions;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static health.medley.coordination.internal.practice.TestPractice.BOB_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.coordination.internal.practice.TestPractice;
import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.coordination.DueStep;
import health.medley.core.coordination.FollowUp;
import health.medley.core.coordination.FollowUpStep;
import health.medley.core.coordination.NewTransition;
import health.medley.core.coordination.Transition;
import health.medley.core.coordination.TransitionKind;
import health.medley.core.coordination.TransitionState;
import health.medley.record.RecordIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredTransitionServiceTest {

    private static final ServiceMonth MARCH = ServiceMonth.parse("2025-03");

    // a Thursday
    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredTransitionService service =
            new StoredTransitionService(practice.store, practice, practice, practice);

    private static NewTransition happened(TransitionKind kind, String day, String complexity) {
        return new NewTransition(
                kind,
                LocalDate.parse(day),
                "General Hospital",
                "notice of the hospital",
                complexity.isEmpty() ? Optional.empty() : Optional.of(complexity),
                Optional.of("adt-" + kind + day),
                Optional.empty());
    }

    private Transition discharge(String day) {
        return service.report(ANN, practice.patient, happened(TransitionKind.DISCHARGE, day, ""));
    }

    private static FollowUp done(FollowUpStep step, String day, boolean succeeded) {
        return new FollowUp(step, LocalDate.parse(day), "nurse-1", succeeded, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        // discharged on a Thursday: contact by Monday
        "DISCHARGE, 2025-03-20, high, CONTACT, 2025-03-24",
        "DISCHARGE, 2025-03-20, high, VISIT, 2025-03-27",
        "DISCHARGE, 2025-03-20, moderate, VISIT, 2025-04-03",
        "DISCHARGE, 2025-03-20, '', VISIT, 2025-04-03",
        "DISCHARGE, 2025-03-20, '', DOCUMENTS, 2025-03-27",
        // on a Friday, on a Saturday
        "DISCHARGE, 2025-03-14, '', CONTACT, 2025-03-18",
        "DISCHARGE, 2025-03-15, '', CONTACT, 2025-03-18",
        // before Thanksgiving, which is no business day
        "DISCHARGE, 2024-11-26, '', CONTACT, 2024-11-29",
        "EMERGENCY_VISIT, 2025-03-20, '', CONTACT, 2025-03-27",
        "EMERGENCY_VISIT, 2025-03-20, '', DOCUMENTS, 2025-04-03",
        "TRANSFER, 2025-03-20, '', DOCUMENTS, 2025-03-24",
    })
    void deadlinesFollowFromKindDayAndComplexity(
            TransitionKind kind, String day, String complexity, FollowUpStep step, LocalDate due) {
        DueStep found = step(service.report(ANN, practice.patient, happened(kind, day, complexity)), step);
        assertEquals(due, found.due());
        assertTrue(found.source().contains("Noridian") || found.source().contains("default"), found.source());
    }

    private static DueStep step(Transition transition, FollowUpStep step) {
        return transition.steps().stream()
                .filter(due -> due.step() == step)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePracticeSetsItsOwnDeadlines() {
        practice.parameters = Map.of("discharge.contact", "1 business day", "discharge.high.visit", "5 days");
        Transition transition =
                service.report(ANN, practice.patient, happened(TransitionKind.DISCHARGE, "2025-03-20", "high"));
        assertEquals(
                LocalDate.parse("2025-03-21"),
                step(transition, FollowUpStep.CONTACT).due());
        assertEquals(
                LocalDate.parse("2025-03-25"),
                step(transition, FollowUpStep.VISIT).due());
        assertEquals(
                "parameter of the practice",
                step(transition, FollowUpStep.VISIT).source());
        practice.parameters = Map.of("discharge.contact", "soon");
        refused(ErrorCode.ARGUMENT_INVALID, () -> discharge("2025-03-19"));
    }

    @Test
    void theLastStepEndsTheFollowUp() {
        Transition transition = discharge("2025-03-18");
        transition = service.followUp(ANN, transition.id(), 1, done(FollowUpStep.CONTACT, "2025-03-19", false));
        assertEquals(Optional.empty(), step(transition, FollowUpStep.CONTACT).done());
        transition = service.followUp(ANN, transition.id(), 2, done(FollowUpStep.CONTACT, "2025-03-20", true));
        transition = service.followUp(ANN, transition.id(), 3, done(FollowUpStep.CONTACT, "2025-03-19", true));
        assertEquals(
                Optional.of(LocalDate.parse("2025-03-19")),
                step(transition, FollowUpStep.CONTACT).done());
        transition = service.followUp(ANN, transition.id(), 4, done(FollowUpStep.DOCUMENTS, "2025-03-20", true));
        assertEquals(TransitionState.OPEN, transition.state());
        transition = service.followUp(ANN, transition.id(), 5, done(FollowUpStep.VISIT, "2025-03-20", true));
        assertEquals(TransitionState.FOLLOWED_UP, transition.state());
        assertEquals(5, transition.followUps().size());
        assertEquals(List.of(), service.open(ANN, false));
    }

    @Test
    void onlyAnOpenOneIsFollowedUpOrClosed() {
        Transition closed = service.close(ANN, discharge("2025-03-18").id(), 1, "the patient died");
        String id = closed.id();
        refused(
                ErrorCode.STATE_INVALID,
                () -> service.followUp(ANN, id, 2, done(FollowUpStep.CONTACT, "2025-03-20", true)));
        refused(ErrorCode.STATE_INVALID, () -> service.close(ANN, id, 2, "again"));

        Transition visit =
                service.report(ANN, practice.patient, happened(TransitionKind.EMERGENCY_VISIT, "2025-03-19", ""));
        service.followUp(ANN, visit.id(), 1, done(FollowUpStep.CONTACT, "2025-03-20", true));
        service.followUp(ANN, visit.id(), 2, done(FollowUpStep.DOCUMENTS, "2025-03-20", true));
        refused(
                ErrorCode.STATE_INVALID,
                () -> service.followUp(ANN, visit.id(), 3, done(FollowUpStep.CONTACT, "2025-03-20", true)));
        refused(ErrorCode.STATE_INVALID, () -> service.close(ANN, visit.id(), 3, "why"));
    }

    @Test
    void refusesWhatCannotBe() {
        refused(ErrorCode.ARGUMENT_INVALID, () -> discharge("2025-03-21"));
        Transition transition = discharge("2025-03-18");
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> service.followUp(ANN, transition.id(), 1, done(FollowUpStep.CONTACT, "2025-03-17", true)));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> service.followUp(ANN, transition.id(), 1, done(FollowUpStep.CONTACT, "2025-03-21", true)));
        refused(ErrorCode.ARGUMENT_INVALID, () -> service.close(ANN, transition.id(), 1, " "));
        refused(ErrorCode.KEY_TAKEN, () -> discharge("2025-03-18"));
        Transition visit =
                service.report(ANN, practice.patient, happened(TransitionKind.EMERGENCY_VISIT, "2025-03-18", ""));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> service.followUp(ANN, visit.id(), 1, done(FollowUpStep.VISIT, "2025-03-19", true)));
        NewTransition again = happened(TransitionKind.DISCHARGE, "2025-03-17", "");
        refused(ErrorCode.PATIENT_UNKNOWN, () -> service.report(ANN, RecordIds.patient(), again));
        refused(ErrorCode.PATIENT_UNKNOWN, () -> service.report(BOB_ELSEWHERE, practice.patient, again));
        refused(ErrorCode.RECORD_ABSENT, () -> service.close(BOB_ELSEWHERE, transition.id(), 1, "why"));
        assertEquals(List.of(), service.transitions(BOB_ELSEWHERE, practice.patient));
        assertEquals(List.of(), service.open(BOB_ELSEWHERE, false));
    }

    @Test
    void isOverdueFromTheDayAfterTheDeadline() {
        Transition later = discharge("2025-03-20");
        Transition first = service.report(ANN, practice.other, happened(TransitionKind.DISCHARGE, "2025-03-19", ""));
        assertEquals(List.of(first, later), service.open(ANN, false));
        // 23:59:59 of Friday the 21st in New York
        practice.at("2025-03-22T03:59:59Z");
        assertEquals(List.of(), service.open(ANN, true));
        practice.at("2025-03-22T04:00:00Z");
        assertEquals(List.of(first), service.open(ANN, true));
        service.followUp(ANN, first.id(), 1, done(FollowUpStep.CONTACT, "2025-03-21", true));
        assertEquals(List.of(), service.open(ANN, true));
    }

    @Test
    void findsWhatAMonthLacks() {
        assertEquals(List.of(), findings(practice.patient));
        Transition discharge = discharge("2025-03-18");
        assertEquals(List.of(Outcome.HOLD), findings(practice.patient));
        service.followUp(ANN, discharge.id(), 1, done(FollowUpStep.CONTACT, "2025-03-20", true));
        assertEquals(List.of(Outcome.MET), findings(practice.patient));
        practice.at("2025-03-26T16:00:00Z");
        assertEquals(List.of(Outcome.WARNING), findings(practice.patient));
        service.close(ANN, discharge.id(), 2, "moved away");
        assertEquals(List.of(Outcome.MET), findings(practice.patient));

        service.report(ANN, practice.patient, happened(TransitionKind.EMERGENCY_VISIT, "2025-03-02", ""));
        service.report(ANN, practice.patient, happened(TransitionKind.DISCHARGE, "2025-02-28", ""));
        assertEquals(List.of(Outcome.WARNING, Outcome.MET), findings(practice.patient));
        assertEquals(List.of(), findings(practice.other));
    }

    @Test
    void aStepThatWasDoneLateIsAWarning() {
        practice.at("2025-03-31T16:00:00Z");
        Transition visit =
                service.report(ANN, practice.patient, happened(TransitionKind.EMERGENCY_VISIT, "2025-03-20", ""));
        service.followUp(ANN, visit.id(), 1, done(FollowUpStep.DOCUMENTS, "2025-03-22", true));
        service.followUp(ANN, visit.id(), 2, done(FollowUpStep.CONTACT, "2025-03-28", true));
        Finding finding = service.findings(ANN, practice.patient, MARCH).get(0);
        assertEquals(Outcome.WARNING, finding.outcome());
        assertTrue(finding.sentence().contains("contact due 2025-03-27"), finding.sentence());
        assertEquals(visit.id(), finding.facts().get("transition"));
        assertTrue(finding.change().isPresent());
    }

    private List<Outcome> findings(PatientRef patient) {
        return service.findings(ANN, patient, MARCH).stream()
                .map(Finding::outcome)
                .toList();
    }
}
