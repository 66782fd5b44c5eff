package health.medley.eligibility.internal;

import static health.medley.eligibility.internal.TestCharts.OURS;
import static health.medley.eligibility.internal.TestCharts.consent;
import static health.medley.eligibility.internal.TestCharts.encounter;
import static health.medley.eligibility.internal.TestCharts.enrollment;
import static health.medley.eligibility.internal.TestCharts.visit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.Finding;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitiatingVisitCheckTest {
    private static final ServiceMonth MONTH = ServiceMonth.parse("2025-03");

    @ParameterizedTest
    @CsvSource({
        "2025-01-15, 2024-01-15, STATED",
        "2025-01-15, 2024-01-14, NONE",
        // a year back from a leap day is 28 February; from 28 February after one, the 28th
        "2024-02-29, 2023-02-28, STATED",
        "2024-02-29, 2023-02-27, NONE",
        "2025-02-28, 2024-02-28, STATED",
        "2025-02-28, 2024-02-27, NONE",
        "2025-03-01, 2024-03-01, STATED",
        "2025-03-01, 2024-02-29, NONE",
        // after the consent, as late as the month's end: billing compares with the time
        "2025-01-15, 2025-01-15, STATED",
        "2025-01-15, 2025-03-31, STATED",
        "2025-01-15, 2025-04-01, NONE",
    })
    void aStatedVisitCountsFromTheSameDayAYearBeforeTheConsent(String consent, String day, VisitStanding standing) {
        Enrollment enrollment = enrollment(consent(consent, null), visit("99214", day, OURS));
        assertEquals(standing, check(enrollment).standing());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "99214, -, STATED",
                "99214, P1, STATED",
                "99214, 1999999018, STATED",
                "99214, 1999999026, OTHER_PRACTITIONER",
                "99211, -, WRONG_TYPE",
                "99024, -, WRONG_TYPE",
                "99211, 1999999026, WRONG_TYPE",
            })
    void typeAndPractitionerMustBeRight(String code, @Nullable String npi, VisitStanding standing) {
        Enrollment enrollment = enrollment(consent("2025-01-15", null), visit(code, "2024-12-01", npi));
        assertEquals(standing, check(enrollment).standing());
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-15, 1999999018, SEEN_IN_CHART",
        "2024-01-14, 1999999018, NONE",
        "2025-01-15, 1999999018, SEEN_IN_CHART",
        "2025-01-16, 1999999018, NONE",
        "2024-06-01, 1999999026, NONE",
    })
    void whereNoneIsStatedTheChartSpeaksForTheYearBeforeTheConsent(String day, String npi, VisitStanding standing) {
        Enrollment enrollment = enrollment(consent("2025-01-15", null), null);
        assertEquals(standing, check(enrollment, encounter(day, npi)).standing());
    }

    @Test
    void aStatedVisitThatIsTooOldStaysTooOldWhateverTheChartHolds() {
        Enrollment enrollment = enrollment(consent("2025-01-15", null), visit("99214", "2023-01-01", null));
        VisitFindings found = check(enrollment, encounter("2024-12-01", OURS));
        assertEquals(VisitStanding.NONE, found.standing());
        assertEquals(List.of("NO_INITIATING_VISIT WARNING"), said(found));
        assertEquals("2024-01-15", found.findings().get(0).facts().get("window-from"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2024-12-01, 1999999018, false",
                // the encounter names nobody: it may be the visit
                "2024-12-01, -, false",
                "2024-12-01, 1999999026, true",
                "2024-12-02, 1999999018, true",
            })
    void aStatedVisitIsTakenAsStatedAndAWarningSaysWhereTheChartHasNone(
            String day, @Nullable String npi, boolean warned) {
        Enrollment enrollment = enrollment(consent("2025-01-15", null), visit("99214", "2024-12-01", null));
        VisitFindings found = check(enrollment, npi == null ? encounter(day) : encounter(day, npi));
        assertEquals(VisitStanding.STATED, found.standing());
        List<String> expected = warned
                ? List.of("INITIATING_VISIT MET", "INITIATING_VISIT_NOT_IN_CHART WARNING")
                : List.of("INITIATING_VISIT MET");
        assertEquals(expected, said(found));
    }

    @Test
    void withoutAConsentTheWindowIsTheYearBeforeTheMonthsEnd() {
        assertEquals(
                VisitStanding.STATED,
                check(enrollment(consent(null, null), visit("99214", "2024-03-31", null)))
                        .standing());
        assertEquals(
                VisitStanding.NONE,
                check(enrollment(consent(null, null), visit("99214", "2024-03-30", null)))
                        .standing());
    }

    @Test
    void theFindingNamesTheClauseAndWhatWouldChangeIt() {
        InitiatingVisit nurseVisit = visit("99211", "2024-12-01", null);
        Finding finding = check(enrollment(consent("2025-01-15", null), nurseVisit))
                .findings()
                .get(0);
        assertEquals("INITIATING_VISIT_TYPE", finding.code());
        assertEquals(
                "eligibility.yaml#parameters/visit-codes",
                finding.clause().orElseThrow().toString());
        assertEquals("Another contractor", finding.clause().orElseThrow().source());
        assertEquals(
                "A visit of an accepted type by the enrollment's practitioner.",
                finding.change().orElseThrow());
    }

    private static List<String> said(VisitFindings found) {
        return found.findings().stream()
                .map(finding -> finding.code() + " " + finding.outcome())
                .toList();
    }

    private static VisitFindings check(Enrollment enrollment, ChartEncounter... encounters) {
        ServiceMonth month =
                enrollment.consent().date().map(day -> day.getYear() == 2024).orElse(false)
                        ? ServiceMonth.parse("2024-03")
                        : MONTH;
        return new InitiatingVisitCheck(TestRules.parameters(), month, enrollment, List.of(encounters)).check();
    }
}
