package health.medley.eligibility.internal;

import static health.medley.eligibility.internal.TestCharts.consent;
import static health.medley.eligibility.internal.TestCharts.enrollment;
import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.Enrollment;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingItemsTest {
    private static final ServiceMonth MONTH = ServiceMonth.parse("2025-03");
    private static final Set<String> ITEMS = Set.of("availability", "right-to-stop");

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, NO_CONSENT",
                "2025-03-31, -, -",
                "2025-04-01, -, NO_CONSENT",
                "2025-01-15, 2025-02-28, CONSENT_REVOKED",
                "2025-01-15, 2025-03-01, -",
            })
    void consentMustBeGivenByTheMonthsEndAndNotRevokedBeforeTheMonth(
            @Nullable String given, @Nullable String revoked, @Nullable String missing) {
        Enrollment enrollment = enrollment(consent(given, revoked, "availability", "right-to-stop"), null);
        assertEquals(missing == null ? List.of() : List.of(missing), missing(enrollment, VisitStanding.STATED));
    }

    @Test
    void theItemsTheRulesNameMustBeTold() {
        Enrollment enrollment = enrollment(consent("2025-01-15", null, "availability", "something-else"), null);
        assertEquals(List.of("CONSENT_INCOMPLETE"), missing(enrollment, VisitStanding.STATED));
        assertEquals(List.of(), MissingItems.of(enrollment, MONTH, VisitStanding.STATED, Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "STATED, -",
                "SEEN_IN_CHART, -",
                "WRONG_TYPE, INITIATING_VISIT_TYPE",
                "OTHER_PRACTITIONER, INITIATING_VISIT_OTHER_PRACTITIONER",
                "NONE, NO_INITIATING_VISIT",
            })
    void aVisitThatDoesNotCountIsMissingForItsReason(VisitStanding standing, @Nullable String missing) {
        Enrollment enrollment = enrollment(consent("2025-01-15", null, "availability", "right-to-stop"), null);
        assertEquals(missing == null ? List.of() : List.of(missing), missing(enrollment, standing));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, true, NO_CARE_PLAN",
                "2025-04-01, true, NO_CARE_PLAN",
                "2025-03-31, false, CARE_PLAN_COPY_MISSING",
                "2025-03-31, true, -",
            })
    void thePlanMustBeInForceByTheMonthsEndAndItsCopyGiven(
            @Nullable String plan, boolean copy, @Nullable String missing) {
        Enrollment enrollment =
                enrollment(consent("2025-01-15", null, "availability", "right-to-stop"), null, plan, copy, true);
        assertEquals(missing == null ? List.of() : List.of(missing), missing(enrollment, VisitStanding.STATED));
    }

    @Test
    void everythingMissingIsListedInOrder() {
        Enrollment enrollment = enrollment(consent(null, null), null, null, false, false);
        List<String> all = List.of("NO_CONSENT", "NO_INITIATING_VISIT", "NO_CARE_PLAN", "RISK_NOT_DOCUMENTED");
        assertEquals(all, missing(enrollment, VisitStanding.NONE));
        assertEquals(all, MissingItems.withoutEnrollment());
    }

    private static List<String> missing(Enrollment enrollment, VisitStanding visit) {
        return MissingItems.of(enrollment, MONTH, visit, ITEMS);
    }
}
