package health.medley.eligibility.internal;

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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.Outcome;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.ConditionEvidence;
import health.medley.core.eligibility.ConditionJudgement;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentRequest;
import health.medley.core.eligibility.Judge;
import health.medley.core.eligibility.Screening;
import health.medley.core.eligibility.ScreeningPage;
import health.medley.core.eligibility.ScreeningQuery;
import health.medley.core.practice.InitiatingVisit;
import health.medley.eligibility.internal.enrollment.Clinic;
import health.medley.record.RecordIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ScreeningTest {

    private static final ServiceMonth MARCH = ServiceMonth.parse("2025-03");
    private static final Caller CLINICIAN = Caller.of("dr", "north", Role.PRACTITIONER, "tests");

    private final Clinic clinic = new Clinic();
    private final NoPlans plans = new NoPlans();
    private final TestRules rules = TestRules.usual();
    private final RecordScreeningService screening = new RecordScreeningService(
            clinic.store,
            clinic.charts,
            new ChartEligibilityService(rules),
            clinic.enrollments(),
            plans,
            clinic,
            rules,
            clinic.clock());

    private PatientRef patient(String fhirId, List<ChartEncounter> encounters, ChartCondition... conditions) {
        return clinic.charts.put(new PatientChart(
                fhirId, Optional.empty(), Optional.empty(), List.of(conditions), encounters, List.of()));
    }

    private PatientRef ill(String fhirId) {
        return patient(fhirId, List.of(), since2010(DIABETES), since2010(HYPERTENSION));
    }

    private Screening screen(PatientRef patient) {
        return screening.screen(CALLER, patient, "ccm", MARCH);
    }

    private EnrolledProgram enroll(
            PatientRef patient, @Nullable ConsentTaken consent, @Nullable InitiatingVisit visit) {
        return clinic.enrollments()
                .enroll(
                        CALLER,
                        patient,
                        new EnrollmentRequest(
                                "ccm",
                                OURS,
                                "MD",
                                "staff",
                                Optional.of(LocalDate.parse("2025-01-02")),
                                Optional.ofNullable(consent),
                                Optional.ofNullable(visit),
                                true));
    }

    private void plan(PatientRef patient) {
        LocalDate day = LocalDate.parse("2025-01-20");
        plans.inForce.add(
                new PlanInForce(patient, "ccm", "plan", 1, day, false, List.of(day), List.of(), Optional.empty()));
    }

    private static List<String> codes(Screening row, Outcome... outcomes) {
        return row.findings().stream()
                .filter(finding -> Set.of(outcomes).contains(finding.outcome()))
                .map(Finding::code)
                .toList();
    }

    private static void refused(ErrorCode code, Executable call) {
        assertEquals(code, assertThrows(MedleyException.class, call).code());
    }

    @Test
    void showsWhichConditionsCountSinceWhenAndOnWhoseWord() {
        Screening row = screen(patient(
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
        Screening row = screen(patient("fhir-1", List.of(), since2010(DIABETES)));

        assertFalse(row.eligible());
        assertEquals(List.of("CHRONIC_CONDITIONS"), codes(row, Outcome.FAILED));
        assertTrue(row.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .allMatch(finding -> finding.change().isPresent()));
    }

    @Test
    void anEnrolledPatientWithEverythingLacksNothing() {
        PatientRef patient =
                patient("fhir-1", List.of(encounter("2024-12-01", OURS)), since2010(DIABETES), since2010(HYPERTENSION));
        enroll(patient, Clinic.consent("2025-01-02"), visit("99214", "2024-12-01", null));
        plan(patient);

        Screening row = screen(patient);

        assertEquals(List.of(), row.missing());
        assertEquals(List.of(), codes(row, Outcome.FAILED, Outcome.HOLD, Outcome.WARNING));
        assertEquals(patient, row.enrollment().orElseThrow().patient());
    }

    @Test
    void warnsOfAStatedVisitThatTheChartDoesNotHave() {
        PatientRef patient = ill("fhir-1");
        enroll(patient, Clinic.consent("2025-01-02"), visit("99214", "2024-12-01", null));
        plan(patient);

        Screening row = screen(patient);

        assertEquals(List.of(), row.missing());
        assertEquals(List.of("INITIATING_VISIT_NOT_IN_CHART"), codes(row, Outcome.WARNING));
    }

    @Test
    void saysWhatAConsentLacks() {
        PatientRef patient = ill("fhir-1");
        enroll(
                patient,
                new ConsentTaken(
                        LocalDate.parse("2025-01-02"), "", Set.of("availability"), "", Optional.of("1999999026")),
                visit("99214", "2024-12-01", null));

        Screening row = screen(patient);

        assertTrue(codes(row, Outcome.HOLD).contains("CONSENT_INCOMPLETE"));
        assertTrue(
                codes(row, Outcome.WARNING).containsAll(List.of("CONSENT_OTHER_PRACTITIONER", "CONSENT_UNDOCUMENTED")));
        assertTrue(codes(row, Outcome.NOTE).contains("CONSENT_BACKDATED"));
        assertTrue(row.missing().contains("CONSENT_OTHER_PRACTITIONER"));
        assertTrue(row.eligible(), "consent is no question of eligibility");
    }

    @Test
    void warnsOfAnOldConsentOnlyWhereThePracticeWantsItRenewed() {
        PatientRef patient = ill("fhir-1");
        enroll(patient, Clinic.consent("2024-03-01"), null);
        PatientRef older = ill("fhir-2");
        enroll(older, Clinic.consent("2024-02-28"), null);

        assertFalse(codes(screen(older), Outcome.WARNING).contains("CONSENT_RENEWAL_DUE"));
        clinic.parameter("enrollment", "consent-renewal", "12 months");
        assertFalse(codes(screen(patient), Outcome.WARNING).contains("CONSENT_RENEWAL_DUE"));
        assertTrue(codes(screen(older), Outcome.WARNING).contains("CONSENT_RENEWAL_DUE"));
        clinic.parameter("enrollment", "consent-renewal", "yearly");
        refused(ErrorCode.ARGUMENT_INVALID, () -> screen(older));
    }

    @Test
    void aRevocationIsANoteInItsMonthAndAWarningAfterIt() {
        PatientRef patient = ill("fhir-1");
        EnrolledProgram one = enroll(patient, Clinic.consent("2025-01-02"), null);
        clinic.enrollments().revoke(CALLER, one.id(), 1, LocalDate.parse("2025-03-31"), "");

        assertTrue(codes(screen(patient), Outcome.NOTE).contains("CONSENT_REVOKED"));
        assertFalse(screen(patient).missing().contains("CONSENT_REVOKED"));
        Screening april = screening.screen(CALLER, patient, "ccm", ServiceMonth.parse("2025-04"));
        assertTrue(codes(april, Outcome.WARNING).contains("CONSENT_REVOKED"));
        assertTrue(april.missing().contains("CONSENT_REVOKED"));
        Screening february = screening.screen(CALLER, patient, "ccm", ServiceMonth.parse("2025-02"));
        assertFalse(codes(february, Outcome.NOTE, Outcome.WARNING).contains("CONSENT_REVOKED"));
    }

    @Test
    void withoutSomebodyWhoKeepsPlansThereAreNone() {
        PatientRef patient = ill("fhir-1");
        enroll(patient, Clinic.consent("2025-01-02"), null);
        plans.absent = true;

        assertTrue(screen(patient).missing().contains("NO_CARE_PLAN"));
    }

    @Test
    void pagesThroughTheWorklistInTheOrderOfReferences() {
        List<PatientRef> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(i % 2 == 0 ? ill("fhir-" + i) : patient("fhir-" + i, List.of(), since2010(DIABETES)));
        }
        List<PatientRef> ill =
                List.of(all.get(0), all.get(2), all.get(4)).stream().sorted().toList();
        enroll(ill.get(1), Clinic.consent("2025-01-02"), null);

        assertEquals(all.stream().sorted().toList(), pages(ScreeningQuery.Show.ALL));
        assertEquals(List.of(ill.get(0), ill.get(2)), pages(ScreeningQuery.Show.TO_ENROLL));
        assertEquals(List.of(ill.get(1)), pages(ScreeningQuery.Show.INCOMPLETE));
    }

    private List<PatientRef> pages(ScreeningQuery.Show show) {
        List<PatientRef> shown = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            ScreeningPage page = screening.worklist(CALLER, new ScreeningQuery("ccm", MARCH, show, new Page(after, 2)));
            page.rows().forEach(row -> shown.add(row.patient()));
            after = page.next();
        } while (after.isPresent());
        return shown;
    }

    @Test
    void aCliniciansWordGoesBeforeTheListAndCanBeTakenBack() {
        PatientRef patient = patient("fhir-1", List.of(), since2010(DIABETES), since2010("ICD10CM:Z99.89"));
        assertFalse(screen(patient).eligible());

        ConditionOverride word = screening.override(
                CLINICIAN, patient, new ConditionJudgement("ICD10CM:z9989", true, "depends on a machine"));

        assertEquals("ICD10CM:Z99.89", word.code());
        Screening row = screen(patient);
        assertTrue(row.eligible());
        ConditionEvidence evidence = row.evidence().get(1);
        assertEquals(Judge.CLINICIAN, evidence.judge());
        assertEquals("depends on a machine", evidence.source());

        screening.override(CLINICIAN, patient, new ConditionJudgement(DIABETES, false, "was a mistake"));
        assertEquals(1, screen(patient).diseases().size());

        ConditionOverride taken = screening.withdraw(CLINICIAN, word.id(), word.version(), "machine returned");
        assertTrue(taken.withdrawn());
        assertEquals(0, screen(patient).diseases().size());
        assertEquals(2, screening.overrides(CALLER, Set.of(patient)).size());
        refused(ErrorCode.STATE_INVALID, () -> screening.withdraw(CLINICIAN, word.id(), 2, "again"));
        refused(ErrorCode.RECORD_CHANGED, () -> screening.withdraw(CLINICIAN, word.id(), 1, "again"));

        ConditionOverride again =
                screening.override(CLINICIAN, patient, new ConditionJudgement("ICD10CM:Z99.89", true, "it is back"));
        assertEquals(3, again.version());
        assertFalse(again.withdrawn());
    }

    @Test
    void aWordNeedsACodeThatIsJudgedAndAReason() {
        PatientRef patient = ill("fhir-1");
        for (String code : List.of("E11.9", "LOINC:1234-5", "ICD10CM:", "ICD10CM:<b>", "SNOMED:x", "SNOMED:123")) {
            refused(
                    ErrorCode.ARGUMENT_INVALID,
                    () -> screening.override(CLINICIAN, patient, new ConditionJudgement(code, true, "why")));
        }
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> screening.override(CLINICIAN, patient, new ConditionJudgement(DIABETES, true, " ")));
        refused(
                ErrorCode.PATIENT_UNKNOWN,
                () -> screening.override(
                        CLINICIAN, RecordIds.patient(), new ConditionJudgement(DIABETES, true, "why")));
        refused(ErrorCode.RECORD_ABSENT, () -> screening.withdraw(CLINICIAN, "nobody.SNOMED:1", 1, "why"));
        assertEquals(List.of(), screening.overrides(CALLER, Set.of(patient)));
        assertEquals(Map.of(), EvidenceList.words(Map.of()));
    }

    @Test
    void refusesAnUnknownPatientAndAMonthWithoutRules() {
        refused(ErrorCode.PATIENT_UNKNOWN, () -> screen(RecordIds.patient()));
        PatientRef patient = ill("fhir-1");
        refused(ErrorCode.RULES_ABSENT, () -> screening.screen(CALLER, patient, "ccm", ServiceMonth.parse("2019-01")));
    }

    @Test
    void anotherPracticeSeesNoWords() {
        PatientRef patient = ill("fhir-1");
        screening.override(CLINICIAN, patient, new ConditionJudgement(DIABETES, true, "why"));

        Caller south = Caller.of("ann", "south", Role.CARE_MANAGER, "tests");
        assertEquals(List.of(), screening.overrides(south, Set.of(patient)));
    }
}
