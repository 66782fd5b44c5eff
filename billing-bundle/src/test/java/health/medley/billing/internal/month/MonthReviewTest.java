package health.medley.billing.internal.month;

import static health.medley.billing.internal.month.FakePractice.BILLER;
import static health.medley.billing.internal.month.FakePractice.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.PatientRef;
import health.medley.core.billing.MonthReview;
import health.medley.core.billing.ReviewCheck;
import health.medley.core.billing.ReviewFinding;
import health.medley.core.billing.Status;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.OtherCode;
import health.medley.core.time.KeptTime;
import health.medley.core.time.PerformerOverlap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each check of a review finds what it looks for, and says nothing of a month that is in order. */
class MonthReviewTest {
    private static final PatientRef FIRST = FakePractice.patient(1);

    private final FakePractice practice = new FakePractice();

    private MonthReview review() {
        return practice.months(10).review(BILLER, MONTH);
    }

    private ReviewFinding only(ReviewCheck check) {
        MonthReview review = review();
        assertEquals(Map.of(check, 1), review.found(), review.findings()::toString);
        return review.findings().get(0);
    }

    private void inOrder() {
        assertEquals(Map.of(), review().found(), review().findings()::toString);
    }

    private void other(String... codes) {
        practice.months(10)
                .state(
                        BILLER,
                        FIRST,
                        MONTH,
                        0,
                        new MonthStatement(
                                "none",
                                "",
                                List.of(codes).stream().map(OtherCode::parse).toList(),
                                Map.of(),
                                Map.of()));
    }

    @Test
    void aMonthInOrderHasNoFindingAndItsTotals() {
        practice.addBilled(1, 5);
        inOrder();
        assertEquals(5, review().patients());
        assertEquals(Map.of(Status.BILL, 5), review().totals().byStatus());
    }

    @Test
    void seesACodeThatIsOnAClaimAlready() {
        practice.addBilled(1, 1);
        practice.enroll(FIRST, "ccm", "staff", LocalDate.parse("2025-03-20"));
        assertEquals(2, only(ReviewCheck.DUPLICATE_MONTH).records().size());
    }

    @Test
    void aVisitOnAnotherClaimIsNoDuplicate() {
        practice.addBilled(1, 1);
        other("99214@P1");
        inOrder();
    }

    @Test
    void seesAnotherPractitionersCareManagement() {
        practice.addBilled(1, 1);
        other("99490@P2");
        assertEquals(List.of(FIRST), only(ReviewCheck.TWO_PRACTITIONERS).patients());
    }

    @Test
    void seesProgramsThatExcludeEachOther() {
        practice.addBilled(1, 1);
        practice.enroll(FIRST, "pcm", "pcm_staff", LocalDate.parse("2025-01-02"));
        assertEquals(2, only(ReviewCheck.OVERLAPPING_PROGRAMS).records().size());
    }

    @Test
    void programsThatGoTogetherAreInOrder() {
        practice.addBilled(1, 1);
        practice.enroll(FIRST, "bhi", "bhi", LocalDate.parse("2025-01-02"));
        inOrder();
    }

    @Test
    void seesTimesHeapedAboveTwentyMinutes() {
        for (int number = 1; number <= 12; number++) {
            practice.work(practice.add(number), "rn-" + number, 5, 1200 + number % 10);
        }
        ReviewFinding finding = only(ReviewCheck.HEAPED_TIMES);
        assertEquals(12, finding.patients().size());
        assertTrue(finding.sentence().startsWith("12 months end within 15 s above 20 min"), finding.sentence());
    }

    @Test
    void timesThatSpreadOverTheMinutesAreInOrder() {
        for (int number = 1; number <= 120; number++) {
            practice.work(practice.add(number), "rn-" + number, 5, 1200 - 300 + 5 * number);
        }
        inOrder();
    }

    @Test
    void sevenAboveTheThresholdMayBeChance() {
        for (int number = 1; number <= 7; number++) {
            practice.work(practice.add(number), "rn-" + number, 5, 1200 + number);
        }
        inOrder();
    }

    @Test
    void seesADayLongerThanSixteenHoursToTheSecond() {
        practice.work(practice.add(1), "rn", "2025-03-05T05:00:00-05:00", 16 * 3600, false);
        inOrder();
        practice.work(FIRST, "rn", "2025-03-05T22:00:00-05:00", 1, false);
        assertTrue(only(ReviewCheck.IMPOSSIBLE_DAY).sentence().contains("2025-03-05"));
    }

    @Test
    void aSecondThatIsRecordedTwiceIsOneSecondOfADay() {
        practice.work(practice.add(1), "rn", "2025-03-05T05:00:00-05:00", 15 * 3600, false);
        practice.work(FIRST, "rn", "2025-03-05T06:00:00-05:00", 15 * 3600 - 1, false);
        inOrder();
    }

    @Test
    void aNightShiftIsPartOfTwoDays() {
        practice.work(practice.add(1), "rn", "2025-03-05T14:00:00-05:00", 20 * 3600, false);
        inOrder();
    }

    @Test
    void namesWhoIsRecordedWithTwoPatientsAtOnce() {
        practice.addBilled(1, 2);
        practice.overlaps.add(new PerformerOverlap("rn-1", "t0", "t1"));
        assertEquals(List.of("t0", "t1"), only(ReviewCheck.OVERLAPPING_PATIENTS).records());
    }

    @Test
    void seesAConsentRecordedAfterTimeThatCounts() {
        practice.addBilled(1, 1);
        practice.enrolled.clear();
        Instant recorded = Instant.parse("2025-03-06T15:00:00Z");
        practice.enroll(FIRST, "ccm", "staff", LocalDate.parse("2025-03-01"), FakePractice.NPI, recorded);
        assertEquals(2, only(ReviewCheck.BACKDATED_CONSENT).records().size());
    }

    @Test
    void aConsentRecordedLateButBeforeTheWorkIsInOrder() {
        practice.addBilled(1, 1);
        practice.enrolled.clear();
        Instant recorded = Instant.parse("2025-03-04T15:00:00Z");
        practice.enroll(FIRST, "ccm", "staff", LocalDate.parse("2025-03-01"), FakePractice.NPI, recorded);
        inOrder();
    }

    @Test
    void seesABackdatedPlan() {
        practice.addBilled(1, 1);
        practice.plan(FIRST, "ccm", true, List.of(LocalDate.parse("2025-01-10")));
        assertEquals(List.of("plan-" + FIRST), only(ReviewCheck.BACKDATED_PLAN).records());
    }

    @Test
    void gathersLateEntriesByWhoMadeThem() {
        KeptTime late = practice.work(practice.add(1), "rn", "2025-03-05T10:00:00-05:00", 1500, true);
        assertEquals(List.of(late.id()), only(ReviewCheck.LATE_ENTRIES).records());
    }

    @Test
    void namesAMonthThatCannotBeDecided() {
        practice.addBilled(1, 1);
        practice.charts.clear();
        assertEquals(List.of(FIRST), only(ReviewCheck.UNDECIDED).patients());
    }

    @Test
    void listsNoMoreThanPeopleCanLookAtButCountsAll() {
        for (int number = 1; number <= MonthReview.MOST_OF_A_CHECK + 3; number++) {
            practice.add(number);
        }
        practice.charts.clear();
        assertEquals(MonthReview.MOST_OF_A_CHECK + 3, review().found().get(ReviewCheck.UNDECIDED));
        assertEquals(MonthReview.MOST_OF_A_CHECK, review().findings().size());
    }
}
