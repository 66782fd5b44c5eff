package health.medley.eligibility.internal;

import static health.medley.eligibility.internal.ScreeningRoom.MARCH;
import static health.medley.eligibility.internal.ScreeningRoom.codes;
import static health.medley.eligibility.internal.ScreeningRoom.refused;
import static health.medley.eligibility.internal.TestCharts.DIABETES;
import static health.medley.eligibility.internal.TestCharts.HYPERTENSION;
import static health.medley.eligibility.internal.TestCharts.OURS;
import static health.medley.eligibility.internal.TestCharts.condition;
import static health.medley.eligibility.internal.TestCharts.encounter;
import static health.medley.eligibility.internal.TestCharts.since2010;
import static health.medley.eligibility.internal.TestCharts.visit;
import static health.medley.eligibility.internal.enrollment.Clinic.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.Outcome;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.ConditionEvidence;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.Judge;
import health.medley.core.eligibility.Screening;
import health.medley.core.eligibility.ScreeningPage;
import health.medley.core.eligibility.ScreeningQuery;
import health.medley.eligibility.internal.enrollment.Clinic;
import health.medley.record.RecordIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScreeningTest {

    private final ScreeningRoom room = new ScreeningRoom();

    @Test
    void showsWhichConditionsCountSinceWhenAndOnWhoseWord() {
        Screening row = room.screen(room.patient(
                "fhir-1",
                List.of(),
                since2010(DIABETES),
                condition("2020-01-01", "2025-03-01", HYPERTENSION),
                condition("2020-01-01", "2025-02-28", "ICD10CM:J44.9")));

        assertTrue(row.eligible());
        assertEquals(2, row.diseases().size());
        assertEquals(
                List.of(DIABETES, HYPERTENSION),
                row.evidence().stream().map(ConditionEvidence::code).toList());
        ConditionEvidence second = row.evidence().get(1);
        assertEquals(LocalDate.parse("2020-01-01"), second.since().orElseThrow());
        assertEquals(LocalDate.parse("2025-03-01"), second.abated().orElseThrow());
        assertEquals(Judge.PLATFORM, second.judge());
        assertEquals("fhir-1", row.fhirId());
        assertEquals(
                List.of("NO_CONSENT", "NO_INITIATING_VISIT", "NO_CARE_PLAN", "RISK_NOT_DOCUMENTED"), row.missing());
    }

    @Test
    void aNoSaysWhatWouldChangeIt() {
        Screening row = room.screen(room.patient("fhir-1", List.of(), since2010(DIABETES)));

        assertFalse(row.eligible());
        assertEquals(List.of("CHRONIC_CONDITIONS"), codes(row, Outcome.FAILED));
        assertTrue(row.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .allMatch(finding -> finding.change().isPresent()));
    }

    @Test
    void anEnrolledPatientWithEverythingLacksNothing() {
        PatientRef patient = room.patient(
                "fhir-1", List.of(encounter("2024-12-01", OURS)), since2010(DIABETES), since2010(HYPERTENSION));
        room.enroll(patient, Clinic.consent("2025-01-02"), visit("99214", "2024-12-01", null));
        room.plan(patient);

        Screening row = room.screen(patient);

        assertEquals(List.of(), row.missing());
        assertEquals(List.of(), codes(row, Outcome.FAILED, Outcome.HOLD, Outcome.WARNING));
        assertEquals(patient, row.enrollment().orElseThrow().patient());
    }

    @Test
    void warnsOfAStatedVisitThatTheChartDoesNotHave() {
        PatientRef patient = room.ill("fhir-1");
        room.enroll(patient, Clinic.consent("2025-01-02"), visit("99214", "2024-12-01", null));
        room.plan(patient);

        Screening row = room.screen(patient);

        assertEquals(List.of(), row.missing());
        assertEquals(List.of("INITIATING_VISIT_NOT_IN_CHART"), codes(row, Outcome.WARNING));
    }

    @Test
    void saysWhatAConsentLacks() {
        PatientRef patient = room.ill("fhir-1");
        room.enroll(
                patient,
                new ConsentTaken(
                        LocalDate.parse("2025-01-02"), "", Set.of("availability"), "", Optional.of("1999999026")),
                visit("99214", "2024-12-01", null));

        Screening row = room.screen(patient);

        assertTrue(codes(row, Outcome.HOLD).contains("CONSENT_INCOMPLETE"));
        assertTrue(
                codes(row, Outcome.WARNING).containsAll(List.of("CONSENT_OTHER_PRACTITIONER", "CONSENT_UNDOCUMENTED")));
        assertTrue(codes(row, Outcome.NOTE).contains("CONSENT_BACKDATED"));
        assertTrue(row.missing().contains("CONSENT_OTHER_PRACTITIONER"));
        assertTrue(row.eligible(), "consent is no question of eligibility");
    }

    @Test
    void warnsOfAnOldConsentOnlyWhereThePracticeWantsItRenewed() {
        PatientRef patient = room.ill("fhir-1");
        room.enroll(patient, Clinic.consent("2024-03-01"), null);
        PatientRef older = room.ill("fhir-2");
        room.enroll(older, Clinic.consent("2024-02-28"), null);

        assertFalse(codes(room.screen(older), Outcome.WARNING).contains("CONSENT_RENEWAL_DUE"));
        room.clinic.parameter("enrollment", "consent-renewal", "12 months");
        assertFalse(codes(room.screen(patient), Outcome.WARNING).contains("CONSENT_RENEWAL_DUE"));
        assertTrue(codes(room.screen(older), Outcome.WARNING).contains("CONSENT_RENEWAL_DUE"));
        room.clinic.parameter("enrollment", "consent-renewal", "yearly");
        refused(ErrorCode.ARGUMENT_INVALID, () -> room.screen(older));
    }

    @Test
    void aRevocationIsANoteInItsMonthAndAWarningAfterIt() {
        PatientRef patient = room.ill("fhir-1");
        EnrolledProgram one = room.enroll(patient, Clinic.consent("2025-01-02"), null);
        room.clinic.enrollments().revoke(CALLER, one.id(), 1, LocalDate.parse("2025-03-31"), "");

        assertTrue(codes(room.screen(patient), Outcome.NOTE).contains("CONSENT_REVOKED"));
        assertFalse(room.screen(patient).missing().contains("CONSENT_REVOKED"));
        Screening april = room.screening.screen(CALLER, patient, "ccm", ServiceMonth.parse("2025-04"));
        assertTrue(codes(april, Outcome.WARNING).contains("CONSENT_REVOKED"));
        assertTrue(april.missing().contains("CONSENT_REVOKED"));
        Screening february = room.screening.screen(CALLER, patient, "ccm", ServiceMonth.parse("2025-02"));
        assertFalse(codes(february, Outcome.NOTE, Outcome.WARNING).contains("CONSENT_REVOKED"));
    }

    @Test
    void withoutSomebodyWhoKeepsPlansThereAreNone() {
        PatientRef patient = room.ill("fhir-1");
        room.enroll(patient, Clinic.consent("2025-01-02"), null);
        room.plans.absent = true;

        assertTrue(room.screen(patient).missing().contains("NO_CARE_PLAN"));
    }

    @Test
    void pagesThroughTheWorklistInTheOrderOfReferences() {
        List<PatientRef> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(i % 2 == 0 ? room.ill("fhir-" + i) : room.patient("fhir-" + i, List.of(), since2010(DIABETES)));
        }
        List<PatientRef> ill =
                List.of(all.get(0), all.get(2), all.get(4)).stream().sorted().toList();
        room.enroll(ill.get(1), Clinic.consent("2025-01-02"), null);

        assertEquals(all.stream().sorted().toList(), pages(ScreeningQuery.Show.ALL));
        assertEquals(List.of(ill.get(0), ill.get(2)), pages(ScreeningQuery.Show.TO_ENROLL));
        assertEquals(List.of(ill.get(1)), pages(ScreeningQuery.Show.INCOMPLETE));
    }

    private List<PatientRef> pages(ScreeningQuery.Show show) {
        List<PatientRef> shown = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ScreeningPage page =
                    room.screening.worklist(CALLER, new ScreeningQuery("ccm", MARCH, show, new Page(after, 2)));
            page.rows().forEach(row -> shown.add(row.patient()));
            after = page.next();
        } while (after.isPresent());
        return shown;
    }

    @Test
    void refusesAnUnknownPatientAndAMonthWithoutRules() {
        refused(ErrorCode.PATIENT_UNKNOWN, () -> room.screen(RecordIds.patient()));
        PatientRef patient = room.ill("fhir-1");
        refused(
                ErrorCode.RULES_ABSENT,
                () -> room.screening.screen(CALLER, patient, "ccm", ServiceMonth.parse("2019-01")));
    }
}
