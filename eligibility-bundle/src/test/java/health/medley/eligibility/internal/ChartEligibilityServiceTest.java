package health.medley.eligibility.internal;

import static health.medley.eligibility.internal.TestCharts.DIABETES;
import static health.medley.eligibility.internal.TestCharts.HYPERTENSION;
import static health.medley.eligibility.internal.TestCharts.chart;
import static health.medley.eligibility.internal.TestCharts.consent;
import static health.medley.eligibility.internal.TestCharts.enrollment;
import static health.medley.eligibility.internal.TestCharts.since2010;
import static health.medley.eligibility.internal.TestCharts.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.EligibilityCriterion;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.Enrollment;
import health.medley.core.rules.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartEligibilityServiceTest {
    private static final PatientChart TWO_DISEASES = chart(since2010(DIABETES), since2010(HYPERTENSION));

    private final ChartEligibilityService service = new ChartEligibilityService(TestRules.usual());

    @Test
    void aPatientWithEnoughDiseasesIsEligibleAndTheFindingsSayWhy() {
        EligibilityDecision decision = decide(TWO_DISEASES, null);
        assertTrue(decision.eligible());
        assertEquals(2, decision.diseases().size());
        assertEquals(VisitStanding.NONE, decision.visit());
        assertEquals(
                List.of("NO_CONSENT", "NO_INITIATING_VISIT", "NO_CARE_PLAN", "RISK_NOT_DOCUMENTED"),
                decision.missing());
        assertEquals(List.of("CHRONIC_CONDITIONS MET", "ALIVE MET"), said(decision));
        Finding conditions = decision.findings().get(0);
        assertEquals(
                "The problem list holds 2 chronic diseases in 2025-03; the program needs 2 or more.",
                conditions.sentence());
        assertEquals(
                Map.of(
                        "diseases", "2",
                        "minimum", "2",
                        "disease Diabetes", "Diabetes, since 2010-05-06, SNOMED:44054006",
                        "disease Hypertension", "Hypertension, since 2010-05-06, SNOMED:59621000"),
                conditions.facts());
        assertEquals(
                "eligibility.yaml#parameters/minimum-conditions",
                conditions.clause().orElseThrow().toString());
        assertEquals(Optional.empty(), conditions.change());
    }

    @Test
    void oneDiseaseTooFewIsANoAndSaysWhatWouldChangeIt() {
        EligibilityDecision decision = decide(chart(since2010(DIABETES)), null);
        assertFalse(decision.eligible());
        assertEquals(List.of("CHRONIC_CONDITIONS FAILED", "ALIVE MET"), said(decision));
        assertEquals(
                Optional.of("One more chronic disease on the problem list."),
                decision.findings().get(0).change());
        assertEquals(
                Optional.of("2 more chronic diseases on the problem list."),
                decide(chart(), null).findings().get(0).change());
    }

    @ParameterizedTest
    @CsvSource({"2025-02-28, false", "2025-03-01, true"})
    void whoDiedBeforeTheMonthIsNotEligible(String death, boolean eligible) {
        EligibilityDecision decision = decide(chart(death, TWO_DISEASES.conditions(), List.of()), null);
        assertEquals(eligible, decision.eligible());
        assertEquals("ALIVE " + (eligible ? "MET" : "FAILED"), said(decision).get(1));
    }

    @Test
    void whatIsMissingForBillingDoesNotMakeAPatientIneligible() {
        Enrollment enrollment = enrollment(consent("2025-01-15", null, "availability"), null, null, false, false);
        EligibilityDecision decision = decide(TWO_DISEASES, enrollment);
        assertTrue(decision.eligible());
        assertEquals(
                List.of("CONSENT_INCOMPLETE", "NO_INITIATING_VISIT", "NO_CARE_PLAN", "RISK_NOT_DOCUMENTED"),
                decision.missing());
        assertEquals(List.of("CHRONIC_CONDITIONS MET", "ALIVE MET", "NO_INITIATING_VISIT WARNING"), said(decision));
    }

    @Test
    void aCompleteEnrollmentLacksNothing() {
        Enrollment enrollment = enrollment(
                consent("2025-01-15", null, "availability", "right-to-stop"), visit("99214", "2024-12-01", null));
        EligibilityDecision decision = decide(TWO_DISEASES, enrollment);
        assertEquals(VisitStanding.STATED, decision.visit());
        assertEquals(List.of(), decision.missing());
    }

    @Test
    void contributedCriteriaAreAskedInTheOrderOfTheirIdsAndMaySayNo() {
        EligibilityCriterion residence = criterion("RESIDENCE", Outcome.FAILED);
        EligibilityCriterion age = criterion("AGE", Outcome.HOLD);
        service.addCriterion(residence, Map.of("medley.id", "residence"));
        service.addCriterion(age, Map.of("medley.id", "age"));
        EligibilityDecision decision = decide(TWO_DISEASES, null);
        assertFalse(decision.eligible());
        assertEquals(List.of("CHRONIC_CONDITIONS MET", "ALIVE MET", "AGE HOLD", "RESIDENCE FAILED"), said(decision));
        service.removeCriterion(residence);
        assertTrue(decide(TWO_DISEASES, null).eligible());
    }

    @Test
    void aCriterionThatCannotAnswerIsNeverReadAsANoOrAYes() {
        MedleyException absent = new MedleyException(ErrorCode.FACT_ABSENT, "Checking residence: no address.");
        service.addCriterion(
                (caller, question) -> {
                    throw absent;
                },
                Map.of("medley.id", "residence"));
        assertSame(absent, assertThrows(MedleyException.class, () -> decide(TWO_DISEASES, null)));
    }

    @ParameterizedTest
    @CsvSource({"pcm, 2025-03", "ccm, 2027-01"})
    void aProgramOrMonthWithoutRulesIsSaid(String program, String month) {
        EligibilityQuestion question =
                new EligibilityQuestion(program, ServiceMonth.parse(month), TWO_DISEASES, Optional.empty(), Map.of());
        MedleyException absent = assertThrows(MedleyException.class, () -> service.decide(TestRules.CALLER, question));
        assertEquals(ErrorCode.RULES_ABSENT, absent.code());
    }

    @Test
    void theMinimumIsTheRules() {
        ChartEligibilityService lenient =
                new ChartEligibilityService(TestRules.with(TestRules.ELIGIBILITY.replace("value: 2", "value: 1")));
        EligibilityQuestion question = new EligibilityQuestion(
                "ccm", ServiceMonth.parse("2025-03"), chart(since2010(DIABETES)), Optional.empty(), Map.of());
        assertTrue(lenient.decide(TestRules.CALLER, question).eligible());
        assertFalse(service.decide(TestRules.CALLER, question).eligible());
    }

    @Test
    void givenRulesGoBeforeTheInstalled() {
        RuleSet lenient = TestRules.with(TestRules.ELIGIBILITY.replace("value: 2", "value: 1"))
                .find(TestRules.CALLER, "ccm", ServiceMonth.parse("2025-03"));
        EligibilityQuestion question = new EligibilityQuestion(
                "ccm",
                ServiceMonth.parse("2025-03"),
                chart(since2010(DIABETES)),
                Optional.empty(),
                Map.of(),
                Optional.of(lenient));
        assertTrue(service.decide(TestRules.CALLER, question).eligible());
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        assertEquals(decide(TWO_DISEASES, null), decide(TWO_DISEASES, null));
    }

    private static EligibilityCriterion criterion(String code, Outcome outcome) {
        return (caller, question) -> Finding.of(code, outcome, "Said by a vendor.");
    }

    private static List<String> said(EligibilityDecision decision) {
        return decision.findings().stream()
                .map(finding -> finding.code() + " " + finding.outcome())
                .toList();
    }

    private EligibilityDecision decide(PatientChart chart, @Nullable Enrollment enrollment) {
        EligibilityQuestion question = new EligibilityQuestion(
                "ccm", ServiceMonth.parse("2025-03"), chart, Optional.ofNullable(enrollment), Map.of());
        return service.decide(TestRules.CALLER, question);
    }
}
