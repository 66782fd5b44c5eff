package health.medley.billing.internal.month;

import static health.medley.billing.internal.month.FakePractice.BILLER;
import static health.medley.billing.internal.month.FakePractice.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.billing.LateChange;
import health.medley.core.billing.LateFact;
import health.medley.core.billing.LateMonth;
import health.medley.core.practice.MonthStatement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LateFactsTest {
    private static final PatientRef FIRST = FakePractice.patient(1);

    private final FakePractice practice = new FakePractice();
    private final KeptMonthService months = practice.months(2);

    @BeforeEach
    void closeFiveMonths() {
        practice.addBilled(1, 5);
        // what was recorded on the day before is no news
        practice.clock.set(FakePractice.AFTER.plus(Duration.ofDays(1)));
        MonthCloseTest.closeAll(months, BILLER);
        practice.clock.set(FakePractice.AFTER.plus(Duration.ofDays(2)));
    }

    private List<LateChange> late() {
        return months.late(BILLER, MONTH, Page.FIRST).changes();
    }

    private static List<String> kinds(LateChange change) {
        return change.facts().stream().map(LateFact::kind).toList();
    }

    @Test
    void nothingIsLateWhereNothingWasRecordedSince() {
        assertEquals(List.of(), late());
    }

    @Test
    void lateTimeIsFoundWithWhatItWouldChange() {
        practice.work(FIRST, "rn-1", 9, 30 * 60);

        LateChange change = late().get(0);

        assertEquals(1, late().size());
        assertEquals(FIRST, change.patient());
        assertEquals(List.of("time-entry"), kinds(change));
        assertEquals(
                "[99490x1]",
                change.frozen().orElseThrow().determination().codes().toString());
        assertEquals("[99490x1, 99439x1]", change.now().orElseThrow().codes().toString());
        practice.claims().correct(BILLER, FIRST, MONTH, "a call was forgotten");
        assertEquals(List.of(), late());
    }

    @Test
    void aLateStatementPlanAndEnrollmentAreFound() {
        Map<String, String> hospice = Map.of("death", "2025-03-02");
        months.state(BILLER, FIRST, MONTH, 0, new MonthStatement("none", "", List.of(), hospice, Map.of()));
        practice.plan(FakePractice.patient(2), "ccm", true, List.of());
        practice.leave(FakePractice.patient(3), "ccm");
        practice.addBilled(6, 6);

        List<LateChange> changes = late();

        assertEquals(
                List.of(
                        List.of("month-statement"),
                        List.of("care-plan"),
                        List.of("enrollment"),
                        List.of("care-plan", "enrollment", "time-entry")),
                changes.stream().map(LateFactsTest::kinds).toList());
        assertEquals("HOLD", changes.get(1).now().orElseThrow().status().name());
        assertEquals(Optional.empty(), changes.get(2).now());
        assertEquals(Optional.empty(), changes.get(3).frozen());
        assertEquals("bea", changes.get(3).facts().get(0).user());
    }

    @Test
    void aLateFactThatChangesNothingIsNoChange() {
        practice.recorded("chart", "chart-1", FIRST);

        assertEquals(List.of(), late());
    }

    @Test
    void goesThroughTheMonthPageByPage() {
        practice.work(FakePractice.patient(5), "rn-5", 9, 30 * 60);
        practice.enroll(FakePractice.patient(4), "pcm", "pcm_staff", LocalDate.parse("2025-01-02"));
        List<LateChange> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        int looked = 0;
        do {
            LateMonth page = months.late(BILLER, MONTH, new Page(after, 2));
            assertTrue(page.looked() <= 2);
            looked += page.looked();
            all.addAll(page.changes());
            after = page.next();
        } while (after.isPresent());
        assertEquals(5, looked);
        assertEquals(
                List.of("pcm", "ccm"), all.stream().map(LateChange::program).toList());
    }
}
