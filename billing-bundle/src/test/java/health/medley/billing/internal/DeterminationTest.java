package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.facts.CanonicalFacts;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.Status;
import health.medley.core.chart.ChartCoverage;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.OtherCode;
import health.medley.core.practice.Practice;
import health.medley.core.practice.Setting;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeRole;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeterminationTest {
    private final RuleBillingService billing = new RuleBillingService(
            FakePorts.eligible(question -> SamplePractice.eligible(3, VisitStanding.STATED)),
            FakePorts.ledger(NaiveLedger::count),
            FixedLibrary.shipped());

    /** A plain staff month of the sample practice: 33 min 20 s. */
    private static PatientMonth month(MonthStatement statement, String place, String locality, Setting setting) {
        PatientMonth plain = new SamplePractice()
                .months().stream()
                        .filter(month -> month.patient().startsWith("105f5132"))
                        .findFirst()
                        .orElseThrow();
        Practice practice =
                new Practice("p", plain.practice().npi(), plain.practice().zone(), place, locality, setting);
        return new PatientMonth(
                plain.month(),
                practice,
                plain.enrollments(),
                plain.chart(),
                plain.entries(),
                statement,
                Map.of(),
                List.of("A1"),
                Optional.empty());
    }

    private Determination decide(MonthStatement statement) {
        return billed(month(statement, "11", "national", Setting.PFS));
    }

    private Determination billed(PatientMonth month) {
        return billing.determine(FakePorts.CALLER, month).get(0);
    }

    private static MonthStatement with(List<OtherCode> codes, Map<String, String> events, Map<String, String> extra) {
        return new MonthStatement("low", "monitored", codes, events, extra);
    }

    private static Finding finding(Determination answer, String code) {
        return answer.findings().stream()
                .filter(found -> found.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code));
    }

    @Test
    void aCoverThatEndedInTheChartIsNoPartB() {
        PatientMonth plain = month(with(List.of(), Map.of(), Map.of()), "11", "national", Setting.PFS);
        ChartCoverage ended = new ChartCoverage(
                "active",
                List.of(),
                Optional.empty(),
                Optional.of(plain.month().lastDay().minusDays(1)));
        PatientMonth uncovered = new PatientMonth(
                plain.month(),
                plain.practice(),
                plain.enrollments(),
                new PatientChart(
                        plain.chart().patient(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(ended)),
                plain.entries(),
                plain.statement(),
                Map.of(),
                List.of(),
                Optional.empty());
        assertEquals("NO_PART_B", billed(uncovered).reason());
    }

    @Test
    void saysHowMuchMoreTimeGivesMore() {
        Determination answer = decide(with(List.of(), Map.of(), Map.of()));
        assertEquals(Status.BILL, answer.status());
        Finding addOn = finding(answer, "99439");
        assertEquals(Optional.of("6 min 40 s more clinical-staff time gives 99439."), addOn.change());
        assertEquals("codes/99439.yaml#time", addOn.clause().orElseThrow().toString());
        assertEquals(Map.of("pooled_seconds", "2000"), addOn.facts());
    }

    @Test
    void theHashIsThatOfTheFacts() {
        Determination answer = decide(with(List.of(), Map.of(), Map.of()));
        assertEquals(CanonicalFacts.sha256(answer.facts()), answer.factsHash());
        assertEquals("2000", answer.facts().get("staff_seconds"));
    }

    @Test
    void otherCodesExcludeButAreNeverInTheAnswerOfARun() {
        Determination monitored = decide(with(List.of(new OtherCode("99457", "P1")), Map.of(), Map.of()));
        assertEquals("[99490x1]", monitored.codes().toString());
        Determination oversight = decide(with(List.of(new OtherCode("G0181", "P1")), Map.of(), Map.of()));
        assertEquals(Status.NO_BILL, oversight.status());
        assertEquals("CPO_EXCLUSIVE", oversight.reason());
        assertTrue(oversight.codes().isEmpty());
        assertTrue(oversight.dateOfService().isEmpty());
    }

    @Test
    void theEnrollmentsPractitionerIsUs() {
        String own = month(MonthStatement.NOTHING, "11", "national", Setting.PFS)
                .enrollments()
                .get(0)
                .practitionerNpi();
        assertEquals(
                "CPO_EXCLUSIVE",
                decide(with(List.of(new OtherCode("G0182", own)), Map.of(), Map.of()))
                        .reason());
        assertEquals(
                "OK",
                decide(with(List.of(new OtherCode("G0182", "1999999000")), Map.of(), Map.of()))
                        .reason());
    }

    @Test
    void theDayOfDeathIsTheDateOfService() {
        Determination answer = decide(with(List.of(), Map.of("death", "2025-03-30"), Map.of()));
        assertEquals("Optional[2025-03-30]", answer.dateOfService().toString());
    }

    @ParameterizedTest
    @CsvSource({"2025-02-10, 20, TIME_AFTER_DEATH", "2025-02-10, 19, TIME_BELOW_20"})
    void timeAfterDeathIsTheReasonOnlyWhereItWouldReachTheFloor(String death, long minutes, String reason) {
        PatientMonth plain = month(MonthStatement.NOTHING, "11", "national", Setting.PFS);
        TimeEntry first = plain.entries().get(0);
        OffsetDateTime start = OffsetDateTime.parse("2025-03-12T10:00:00-04:00");
        TimeEntry call = new TimeEntry(
                "A1",
                first.patient(),
                start,
                start.plusMinutes(minutes),
                first.performer(),
                TimeRole.STAFF,
                first.kind(),
                first.program());
        Determination answer = deceased(death)
                .determine(
                        FakePorts.CALLER,
                        new PatientMonth(
                                plain.month(),
                                plain.practice(),
                                plain.enrollments(),
                                new PatientChart(
                                        first.patient(),
                                        Optional.empty(),
                                        Optional.of(LocalDate.parse(death)),
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                List.of(call),
                                plain.statement(),
                                Map.of(),
                                List.of(),
                                Optional.empty()))
                .get(0);
        assertEquals(Status.NO_BILL, answer.status());
        assertEquals(reason, answer.reason());
        assertEquals(Outcome.FAILED, finding(answer, "ALIVE").outcome());
    }

    /** Billing where eligibility finds that the patient died too early. */
    private static RuleBillingService deceased(String death) {
        EligibilityDecision alive = SamplePractice.eligible(3, VisitStanding.STATED);
        Finding dead = Finding.of("ALIVE", Outcome.FAILED, "The patient died on " + death + ".");
        return new RuleBillingService(
                FakePorts.eligible(question ->
                        new EligibilityDecision(false, alive.diseases(), alive.visit(), List.of(), List.of(dead))),
                FakePorts.ledger(NaiveLedger::count),
                FixedLibrary.shipped());
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENCE, NOT_ELIGIBLE",
        "RISK_NOT_DOCUMENTED, NOT_ELIGIBLE",
        "NO_PART_B, NO_PART_B",
        "CHRONIC_CONDITIONS, OK",
        "ALIVE, OK"
    })
    void onlyAContributedCriterionThatFailsStandsAgainstTheProgram(String code, String reason) {
        EligibilityDecision decision = SamplePractice.eligible(3, VisitStanding.STATED);
        Finding failed = Finding.of(code, Outcome.FAILED, "It failed.");
        RuleBillingService service = new RuleBillingService(
                FakePorts.eligible(question -> new EligibilityDecision(
                        false, decision.diseases(), decision.visit(), List.of(), List.of(failed))),
                FakePorts.ledger(NaiveLedger::count),
                FixedLibrary.shipped());
        PatientMonth plain = month(with(List.of(), Map.of(), Map.of()), "11", "national", Setting.PFS);
        assertEquals(reason, service.determine(FakePorts.CALLER, plain).get(0).reason());
    }

    @Test
    void aHoldForTheRateHasThatReasonWhateverIsSaidOfAClaimThatGoes() {
        MonthStatement statement = with(List.of(), Map.of(), Map.of("february_minutes", "10"));
        assertEquals("MONTH_BOUNDARY", decide(statement).reason());
        Determination nowhere = billed(month(statement, "22", "Atlantis", Setting.PFS));
        assertEquals(Status.HOLD, nowhere.status());
        assertEquals("RATE_MISSING", nowhere.reason());
        assertEquals(Outcome.NOTE, finding(nowhere, "MONTH_BOUNDARY").outcome());
        assertEquals(Outcome.NOTE, finding(nowhere, "FACILITY_RATE").outcome());
    }

    @Test
    void aHoldShowsTheAmountOfItsCodes() {
        Determination answer = decide(with(List.of(), Map.of("hospice", "2025-03-10"), Map.of()));
        assertEquals(Status.HOLD, answer.status());
        assertEquals("60.49", answer.amount().toString());
    }

    @Test
    void facilitiesAndLocalitiesHaveTheirFees() {
        MonthStatement nothing = with(List.of(), Map.of(), Map.of());
        Determination facility = billed(month(nothing, "22", "national", Setting.PFS));
        assertEquals("47.87", facility.amount().toString());
        assertEquals("FACILITY_RATE", facility.reason());
        // (1.00 x 1.000 + 0.81 x 0.869 + 0.06 x 0.575) x 32.3465
        Determination alabama = billed(month(nothing, "11", "10112-00", Setting.PFS));
        assertEquals("56.23", alabama.amount().toString());
        Determination nowhere = billed(month(nothing, "11", "Atlantis", Setting.PFS));
        assertEquals(Status.HOLD, nowhere.status());
        assertEquals("RATE_MISSING", nowhere.reason());
        assertTrue(
                nowhere.findings().stream().anyMatch(found -> found.sentence().contains("Atlantis")));
    }

    @Test
    void whatIsStatedIsUsedOrSaidNotToBe() {
        Determination answer = decide(with(
                List.of(), Map.of("alf", "Y"), Map.of("access_24_7", "perhaps", "staff_seconds", "9999", "qmb", "Y")));
        assertEquals("2000", answer.facts().get("staff_seconds"));
        assertEquals(Outcome.WARNING, finding(answer, "FACT_UNKNOWN").outcome());
        assertEquals(Outcome.WARNING, finding(answer, "FACT_UNREADABLE").outcome());
        assertEquals(Outcome.NOTE, finding(answer, "FACT_UNUSED").outcome());
        assertEquals(Outcome.WARNING, finding(answer, "PERFORMER_OVERLAP").outcome());
        assertEquals("OK", answer.reason());
        assertFalse(answer.findings().toString().contains("105f5132"));
    }

    @Test
    void everyRequirementHasAFindingWithItsClause() {
        Determination answer = decide(with(List.of(), Map.of(), Map.of()));
        Finding met = finding(answer, "CONDITIONS_LT_2");
        assertEquals(Outcome.MET, met.outcome());
        assertEquals(
                "eligibility.yaml#requirements.CONDITIONS_LT_2",
                met.clause().orElseThrow().toString());
        assertEquals("2015-01-01", met.clause().orElseThrow().inForce());
    }
}
