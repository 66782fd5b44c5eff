package health.medley.eligibility.internal.enrollment;

import static health.medley.eligibility.internal.enrollment.Clinic.CALLER;
import static health.medley.eligibility.internal.enrollment.Clinic.OTHER;
import static health.medley.eligibility.internal.enrollment.Clinic.OURS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.BillingTerms;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentChange;
import health.medley.core.eligibility.EnrollmentState;
import health.medley.core.eligibility.PractitionerChange;
import health.medley.core.practice.InitiatingVisit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

class EnrollmentStatesTest {

    private enum Action {
        AMEND(Set.of(EnrollmentState.ACTIVE, EnrollmentState.REVOKED, EnrollmentState.ENDED)),
        RENEW(Set.of(EnrollmentState.ACTIVE, EnrollmentState.REVOKED)),
        REVOKE(Set.of(EnrollmentState.ACTIVE)),
        CHANGE(Set.of(EnrollmentState.ACTIVE)),
        DISENROLL(Set.of(EnrollmentState.ACTIVE, EnrollmentState.REVOKED));

        private final Set<EnrollmentState> possible;

        Action(Set<EnrollmentState> possible) {
            this.possible = possible;
        }
    }

    private static final LocalDate TODAY = LocalDate.parse("2025-03-31");

    private final Clinic clinic = new Clinic();
    private final PatientRef patient = clinic.patient("fhir-1");

    private static void refused(ErrorCode code, Executable call) {
        assertEquals(code, assertThrows(MedleyException.class, call).code());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static ServiceMonth month(String text) {
        return ServiceMonth.parse(text);
    }

    private EnrolledProgram perform(Action action, EnrolledProgram on) {
        String id = on.id();
        long version = on.version();
        return switch (action) {
            case AMEND -> clinic.enrollments().amend(CALLER, id, version, change("complex", "2025-03"));
            case RENEW -> clinic.enrollments().renewConsent(CALLER, id, version, Clinic.consent("2025-03-31"));
            case REVOKE -> clinic.enrollments().revoke(CALLER, id, version, TODAY, "");
            case CHANGE -> clinic.enrollments().changePractitioner(CALLER, id, version, to(OTHER, "2025-04", null));
            case DISENROLL -> clinic.enrollments().disenroll(CALLER, id, version, TODAY, "goals met");
        };
    }

    private static EnrollmentChange change(String track, String from) {
        return new EnrollmentChange(track, month(from), Optional.empty(), true, "asked to");
    }

    private static PractitionerChange to(String npi, String from, @Nullable ConsentTaken consent) {
        return new PractitionerChange(npi, "NP", month(from), Optional.ofNullable(consent), "left the practice");
    }

    @TestFactory
    List<DynamicTest> everyActionInEveryState() {
        Map<EnrollmentState, UnaryOperator<EnrolledProgram>> lead = new EnumMap<>(EnrollmentState.class);
        lead.put(EnrollmentState.ACTIVE, one -> one);
        lead.put(EnrollmentState.REVOKED, one -> clinic.enrollments()
                .revoke(CALLER, one.id(), 1, day("2025-03-10"), ""));
        lead.put(EnrollmentState.ENDED, one -> perform(Action.DISENROLL, one));
        List<DynamicTest> tests = new ArrayList<>();
        for (Action action : Action.values()) {
            lead.forEach((state, how) -> tests.add(dynamicTest(action + " when " + state, () -> {
                PatientRef somebody = clinic.patient("fhir " + action + state);
                EnrolledProgram on = how.apply(clinic.enroll(somebody, "2025-01-22"));
                assertEquals(state, on.state());
                if (action.possible.contains(state)) {
                    assertEquals(on.version() + 1, perform(action, on).version());
                } else {
                    MedleyException no = assertThrows(MedleyException.class, () -> perform(action, on));
                    assertEquals(ErrorCode.STATE_INVALID, no.code());
                    assertTrue(no.getMessage().contains(state.name()), no.getMessage());
                }
            })));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> everyActionRefusesAVersionSomebodyElseChanged() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Action action : Action.values()) {
            tests.add(dynamicTest(action.name(), () -> {
                EnrolledProgram seen = clinic.enroll(clinic.patient("fhir " + action), "2025-01-22");
                perform(Action.AMEND, seen);
                refused(ErrorCode.RECORD_CHANGED, () -> perform(action, seen));
            }));
        }
        return tests;
    }

    @Test
    void aRevocationIsNotBeforeTheConsentNorToCome() {
        EnrolledProgram one = clinic.enroll(patient, "2025-01-22");

        refused(ErrorCode.ARGUMENT_INVALID, () -> clinic.enrollments()
                .revoke(CALLER, one.id(), 1, day("2025-01-21"), ""));
        refused(ErrorCode.ARGUMENT_INVALID, () -> clinic.enrollments()
                .revoke(CALLER, one.id(), 1, day("2025-04-01"), ""));
        assertEquals(
                day("2025-01-22"),
                clinic.enrollments()
                        .revoke(CALLER, one.id(), 1, day("2025-01-22"), "")
                        .revoked()
                        .orElseThrow()
                        .day());
    }

    @Test
    void withoutAConsentNothingCanBeRevoked() {
        EnrolledProgram one =
                clinic.enrollments().enroll(CALLER, patient, Clinic.request(Optional.empty(), Optional.empty()));

        refused(ErrorCode.STATE_INVALID, () -> clinic.enrollments().revoke(CALLER, one.id(), 1, TODAY, ""));
    }

    @Test
    void aConsentTakesARevocationBackUntilItIsEffective() {
        clinic.at("2025-04-20T12:00:00Z");
        EnrolledProgram revoked = clinic.enrollments()
                .revoke(CALLER, clinic.enroll(patient, "2025-01-22").id(), 1, day("2025-03-10"), "");

        refused(ErrorCode.STATE_INVALID, () -> clinic.enrollments()
                .renewConsent(CALLER, revoked.id(), 2, Clinic.consent("2025-04-01")));
        EnrolledProgram late = clinic.enrollments().renewConsent(CALLER, revoked.id(), 2, Clinic.consent("2025-03-09"));
        assertEquals(EnrollmentState.REVOKED, late.state());
        EnrolledProgram back = clinic.enrollments().renewConsent(CALLER, revoked.id(), 3, Clinic.consent("2025-03-31"));
        assertEquals(EnrollmentState.ACTIVE, back.state());
        assertEquals(3, back.consents().size());
        assertEquals(
                List.of("ACTIVE", "REVOKED", "REVOKED", "ACTIVE"),
                clinic.enrollments().history(CALLER, back.id()).stream()
                        .map(version -> version.state().name())
                        .toList());
        // and the patient cannot be enrolled a second time any more
        refused(ErrorCode.ENROLLMENT_OVERLAPPING, () -> clinic.enroll(patient, "2025-04-01"));
    }

    @Test
    void aDisenrollmentNeedsAReasonAndADayOfTheEnrollment() {
        EnrolledProgram one = clinic.enroll(patient, "2025-01-22");

        refused(ErrorCode.ARGUMENT_INVALID, () -> clinic.enrollments().disenroll(CALLER, one.id(), 1, TODAY, " "));
        refused(ErrorCode.ARGUMENT_INVALID, () -> clinic.enrollments()
                .disenroll(CALLER, one.id(), 1, day("2025-01-21"), "moved"));
        refused(ErrorCode.ARGUMENT_INVALID, () -> clinic.enrollments()
                .disenroll(CALLER, one.id(), 1, TODAY.plusDays(1), "moved"));
        EnrolledProgram ended = clinic.enrollments().disenroll(CALLER, one.id(), 1, day("2025-02-28"), "moved");
        assertTrue(ended.covers(month("2025-02")));
        assertFalse(ended.covers(month("2025-03")));
    }

    @Test
    void anotherPractitionerBillsFromAMonthOnAndNeedsAConsent() {
        EnrolledProgram one = clinic.enroll(patient, "2025-01-22");
        EnrolledProgram changed =
                clinic.enrollments().changePractitioner(CALLER, one.id(), 1, to(OTHER, "2025-03", null));

        assertEquals(OURS, changed.terms(month("2025-02")).practitionerNpi());
        assertEquals(OTHER, changed.terms(month("2025-03")).practitionerNpi());
        assertEquals(OURS, changed.consent(month("2025-03")).orElseThrow().practitionerNpi());
        refused(ErrorCode.ARGUMENT_INVALID, () -> clinic.enrollments()
                .changePractitioner(CALLER, one.id(), 2, to(OTHER, "2025-03", null)));

        EnrolledProgram consented =
                clinic.enrollments().renewConsent(CALLER, one.id(), 2, Clinic.consent("2025-03-05"));
        assertEquals(OTHER, consented.consent(month("2025-03")).orElseThrow().practitionerNpi());
        assertEquals(OURS, consented.consent(month("2025-02")).orElseThrow().practitionerNpi());
    }

    @Test
    void takesTheConsentToTheNewPractitionerWithTheChange() {
        EnrolledProgram one = clinic.enroll(patient, "2025-01-22");
        EnrolledProgram changed = clinic.enrollments()
                .changePractitioner(CALLER, one.id(), 1, to(OTHER, "2025-04", Clinic.consent("2025-03-30")));

        assertEquals(OTHER, changed.consent(month("2025-04")).orElseThrow().practitionerNpi());
        assertEquals(OURS, changed.consent(month("2025-03")).orElseThrow().practitionerNpi());
    }

    @Test
    void aTrackHoldsFromItsMonthOn() {
        EnrolledProgram one = clinic.enroll(patient, "2025-01-22");
        EnrolledProgram amended = clinic.enrollments().amend(CALLER, one.id(), 1, change("complex", "2025-03"));

        assertEquals("staff", amended.terms(month("2025-02")).track());
        assertEquals("complex", amended.terms(month("2025-03")).track());
        assertEquals(
                List.of(new BillingTerms(month("2025-01"), OURS, "MD", "complex")),
                clinic.enrollments()
                        .amend(CALLER, one.id(), 2, change("complex", "2024-01"))
                        .terms());
        refused(ErrorCode.ARGUMENT_INVALID, () -> clinic.enrollments()
                .amend(CALLER, one.id(), 3, change("complex", "2025-05")));
        clinic.enrollments().amend(CALLER, one.id(), 3, change("staff", "2025-04"));
    }

    @Test
    void anAmendmentStatesTheVisitAndTheRiskAnew() {
        EnrolledProgram one = clinic.enroll(patient, "2025-01-22");
        InitiatingVisit visit = new InitiatingVisit("99214", day("2024-12-01"), Optional.empty());
        EnrolledProgram amended = clinic.enrollments()
                .amend(
                        CALLER,
                        one.id(),
                        1,
                        new EnrollmentChange("staff", month("2025-01"), Optional.of(visit), false, "found it"));

        assertEquals(Optional.of(visit), amended.initiatingVisit());
        assertFalse(amended.riskDocumented());
        assertEquals(one.terms(), amended.terms());
        refused(ErrorCode.ARGUMENT_INVALID, () -> clinic.enrollments()
                .amend(
                        CALLER,
                        one.id(),
                        2,
                        new EnrollmentChange("staff", month("2025-01"), Optional.of(visit), false, "")));
    }
}
