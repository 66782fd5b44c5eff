package health.medley.eligibility.internal.enrollment;

import static health.medley.eligibility.internal.enrollment.Clinic.CALLER;
import static health.medley.eligibility.internal.enrollment.Clinic.OTHER;
import static health.medley.eligibility.internal.enrollment.Clinic.OURS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Request;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.BillingTerms;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentQuery;
import health.medley.core.eligibility.EnrollmentRequest;
import health.medley.core.eligibility.EnrollmentState;
import health.medley.core.practice.InitiatingVisit;
import health.medley.record.RecordIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class EnrollingTest {

    private final Clinic clinic = new Clinic();
    private final PatientRef patient = clinic.patient("fhir-1");

    private static void refused(ErrorCode code, Executable call) {
        assertEquals(code, assertThrows(MedleyException.class, call).code());
    }

    private void refused(ErrorCode code, EnrollmentRequest request) {
        refused(code, () -> clinic.enrollments().enroll(CALLER, patient, request));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void keepsWhatWasStated() {
        EnrolledProgram kept = clinic.enroll(patient, "2025-01-22");

        assertEquals(patient.value() + ".ccm.1", kept.id());
        assertEquals(1, kept.version());
        assertEquals(EnrollmentState.ACTIVE, kept.state());
        assertEquals(day("2025-01-22"), kept.from());
        assertEquals(List.of(new BillingTerms(ServiceMonth.parse("2025-01"), OURS, "MD", "staff")), kept.terms());
        assertEquals(OURS, kept.consents().get(0).practitionerNpi());
        assertEquals(List.of(kept), clinic.enrollments().enrollments(CALLER, patient));
    }

    @Test
    void keepsAnIncompleteConsentAsItIs() {
        ConsentTaken poor = new ConsentTaken(day("2025-01-22"), "", Set.of("availability"), "", Optional.of(OTHER));
        EnrolledProgram kept =
                clinic.enrollments().enroll(CALLER, patient, Clinic.request(Optional.of(poor), Optional.empty()));

        assertEquals(Set.of("availability"), kept.consents().get(0).items());
        assertEquals("", kept.consents().get(0).form());
        assertEquals(OTHER, kept.consents().get(0).practitionerNpi());
    }

    @Test
    void beginsTodayInThePracticesZoneWhereNothingElseIsSaid() {
        EnrolledProgram kept =
                clinic.enrollments().enroll(CALLER, patient, Clinic.request(Optional.empty(), Optional.empty()));

        assertEquals(day("2025-03-31"), kept.from());
        assertEquals(List.of(), kept.consents());
    }

    @Test
    void takesThePastAndRefusesDaysToCome() {
        clinic.enroll(clinic.patient("fhir-2"), "1999-12-31");
        clinic.enroll(clinic.patient("fhir-3"), "2025-03-31");

        // the first of April has begun in UTC, not in the practice's zone
        refused(ErrorCode.ARGUMENT_INVALID, Clinic.request("2025-04-01"));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                Clinic.request(Optional.of(Clinic.consent("2025-03-31")), Optional.of(day("2025-04-01"))));
        clinic.at("2025-04-01T04:00:00Z");
        clinic.enroll(patient, "2025-04-01");
    }

    @Test
    void refusesWhatCannotBe() {
        refused(ErrorCode.ARGUMENT_INVALID, with("ccm", "199999901", "MD", "staff", Optional.empty()));
        refused(ErrorCode.ARGUMENT_INVALID, with("ccm", OURS, "", "staff", Optional.empty()));
        refused(ErrorCode.ARGUMENT_INVALID, with("ccm", OURS, "MD", "st aff", Optional.empty()));
        refused(ErrorCode.ARGUMENT_INVALID, with("CCM", OURS, "MD", "staff", Optional.empty()));
        refused(ErrorCode.RULES_ABSENT, with("tcm", OURS, "MD", "staff", Optional.empty()));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                with("ccm", OURS, "MD", "staff", Optional.of(visit("2025-04-01", "99214", Optional.empty()))));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                with("ccm", OURS, "MD", "staff", Optional.of(visit("2025-03-01", "9921", Optional.empty()))));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                with("ccm", OURS, "MD", "staff", Optional.of(visit("2025-03-01", "99214", Optional.of("P2")))));
        refused(ErrorCode.PATIENT_UNKNOWN, () -> clinic.enrollments()
                .enroll(CALLER, RecordIds.patient(), Clinic.request("2025-01-22")));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> new ConsentTaken(day("2025-01-22"), "oral", Set.of(), "", Optional.empty()));
        assertEquals(List.of(), clinic.enrollments().enrollments(CALLER, patient));
    }

    private static EnrollmentRequest with(
            String program, String npi, String role, String track, Optional<InitiatingVisit> visit) {
        return new EnrollmentRequest(program, npi, role, track, Optional.empty(), Optional.empty(), visit, true);
    }

    private static InitiatingVisit visit(String day, String code, Optional<String> npi) {
        return new InitiatingVisit(code, day(day), npi);
    }

    @Test
    void takesAVisitOfAnyTypeAsStated() {
        EnrolledProgram kept = clinic.enrollments()
                .enroll(
                        CALLER,
                        patient,
                        with("ccm", OURS, "MD", "staff", Optional.of(visit("2010-01-01", "99211", Optional.of("P1")))));

        assertEquals("99211", kept.initiatingVisit().orElseThrow().code());
    }

    @Test
    void refusesASecondActiveEnrollmentInTheProgramOnly() {
        clinic.enroll(patient, "2025-01-22");

        refused(ErrorCode.ENROLLMENT_OVERLAPPING, Clinic.request("2025-03-01"));
        clinic.enrollments().enroll(CALLER, patient, with("bhi", OURS, "MD", "bhi", Optional.empty()));
        clinic.enroll(clinic.patient("fhir-2"), "2025-01-22");
    }

    @Test
    void enrollsAnewFromTheDayOfTheRevocationOn() {
        EnrolledProgram first = clinic.enroll(patient, "2025-01-22");
        clinic.enrollments().revoke(CALLER, first.id(), 1, day("2025-03-15"), "");

        refused(ErrorCode.ENROLLMENT_OVERLAPPING, Clinic.request("2025-03-14"));
        EnrolledProgram second = clinic.enroll(patient, "2025-03-15");

        assertEquals(patient.value() + ".ccm.2", second.id());
        EnrolledProgram former =
                clinic.enrollments().enrollments(CALLER, patient).get(0);
        assertEquals(EnrollmentState.ENDED, former.state());
        assertEquals(day("2025-03-31"), former.ended().orElseThrow().day());
        assertTrue(former.covers(ServiceMonth.parse("2025-03")));
        assertFalse(former.covers(ServiceMonth.parse("2025-04")));
    }

    @Test
    void theFormerEnrollmentReachesToTheMonthBeforeTheNewOne() {
        EnrolledProgram first = clinic.enroll(patient, "2024-06-22");
        clinic.enrollments().revoke(CALLER, first.id(), 1, day("2024-07-15"), "");

        clinic.enroll(patient, "2025-02-10");

        EnrolledProgram former =
                clinic.enrollments().enrollments(CALLER, patient).get(0);
        assertEquals(day("2025-01-31"), former.ended().orElseThrow().day());
    }

    @Test
    void enrollsAnewFromTheDayAfterADisenrollmentOn() {
        EnrolledProgram first = clinic.enroll(patient, "2025-01-22");
        clinic.enrollments().disenroll(CALLER, first.id(), 1, day("2025-02-20"), "moved away");

        refused(ErrorCode.ENROLLMENT_OVERLAPPING, Clinic.request("2025-02-20"));
        refused(
                ErrorCode.ENROLLMENT_OVERLAPPING,
                Clinic.request(Optional.of(Clinic.consent("2025-02-20")), Optional.of(day("2025-03-01"))));
        assertEquals(
                2,
                clinic.enroll(patient, "2025-02-21").id().charAt(patient.value().length() + 5) - '0');
    }

    @Test
    void doesTheSameRequestOnce() {
        Caller asked = CALLER.answering(new Request("key-1", "aa"));
        EnrolledProgram first = clinic.enrollments().enroll(asked, patient, Clinic.request("2025-01-22"));
        EnrolledProgram again = clinic.enrollments().enroll(asked, patient, Clinic.request("2025-01-22"));
        assertEquals(first, again);

        Caller revoking = CALLER.answering(new Request("key-2", "bb"));
        EnrolledProgram revoked =
                clinic.enrollments().revoke(revoking, first.id(), 1, day("2025-03-15"), "too expensive");
        assertEquals(revoked, clinic.enrollments().revoke(revoking, first.id(), 1, day("2025-03-15"), "too expensive"));
        assertEquals(2, revoked.version());
    }

    @Test
    void anotherPracticeSeesNothing() {
        EnrolledProgram kept = clinic.enroll(patient, "2025-01-22");
        Caller south = Caller.of("ann", "south", Role.CARE_MANAGER, "tests");

        assertEquals(List.of(), clinic.enrollments().enrollments(south, patient));
        refused(ErrorCode.RECORD_ABSENT, () -> clinic.enrollments().history(south, kept.id()));
        refused(ErrorCode.RECORD_ABSENT, () -> clinic.enrollments()
                .disenroll(south, kept.id(), 1, day("2025-02-20"), "x"));
    }

    @Test
    void readsAMonthInTheOrderOfPatientsPageByPage() {
        List<PatientRef> patients = List.of(patient, clinic.patient("fhir-2"), clinic.patient("fhir-3")).stream()
                .sorted()
                .toList();
        patients.forEach(one -> clinic.enroll(one, "2025-02-01"));
        clinic.enrollments().enroll(CALLER, patients.get(1), with("bhi", OURS, "MD", "bhi", Optional.empty()));
        EnrollmentQuery march = EnrollmentQuery.of(ServiceMonth.parse("2025-03"));

        assertEquals(4, clinic.read(march).size());
        assertEquals(
                0,
                clinic.read(EnrollmentQuery.of(ServiceMonth.parse("2025-01"))).size());
        assertEquals(
                List.of(patients.get(0)),
                clinic.read(march.limit(1)).stream()
                        .map(EnrolledProgram::patient)
                        .toList());
        assertEquals(
                List.of("bhi", "ccm"),
                clinic.read(march.afterPatient(patients.get(0)).limit(2)).stream()
                        .map(EnrolledProgram::program)
                        .toList());
        assertEquals(
                List.of(patients.get(2)),
                clinic.read(march.afterPatient(patients.get(1))).stream()
                        .map(EnrolledProgram::patient)
                        .toList());
        assertEquals(2, clinic.read(march.of(Set.of(patients.get(1)))).size());
    }
}
