package health.medley.billing.internal.month;

import static health.medley.billing.internal.month.FakePractice.BILLER;
import static health.medley.billing.internal.month.FakePractice.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.FixedLibrary;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Request;
import health.medley.core.Role;
import health.medley.core.RoutingPin;
import health.medley.core.billing.BillingMonth;
import health.medley.core.billing.Claim;
import health.medley.core.billing.ClaimKind;
import health.medley.core.billing.ClaimState;
import health.medley.core.billing.Determination;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.MonthAnswer;
import health.medley.core.billing.MonthPhase;
import health.medley.core.billing.MonthProgress;
import health.medley.core.billing.Status;
import health.medley.core.rules.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MonthCloseTest {
    private final FakePractice practice = new FakePractice();

    static MonthProgress closeAll(KeptMonthService months, Caller caller) {
        MonthProgress progress = months.close(caller, MONTH);
        while (!progress.finished()) {
            progress = months.close(caller, MONTH);
        }
        return progress;
    }

    private List<Claim> claims() {
        return practice.claims().claims(BILLER, MONTH, Page.FIRST);
    }

    @Test
    void anOpenMonthIsComputedWhenAskedAndKeptNowhere() {
        PatientRef patient = practice.add(1);
        KeptMonthService months = practice.months(10);
        assertEquals(
                Status.NO_BILL, only(months.compute(BILLER, patient, MONTH)).status());

        practice.work(patient, "rn", 5, 25 * 60);
        MonthAnswer answer = months.compute(BILLER, patient, MONTH);

        assertFalse(answer.frozen());
        assertEquals("[99490x1]", only(answer).codes().toString());
        assertEquals(List.of(), months.determinations(BILLER, MONTH, Page.FIRST));
        assertEquals(BillingMonth.open(MONTH), months.month(BILLER, MONTH));
    }

    private static Determination only(MonthAnswer answer) {
        assertEquals(1, answer.determinations().size());
        return answer.determinations().get(0);
    }

    @Test
    void closesChunkByChunkAndFreezes() {
        practice.addBilled(1, 5);
        PatientRef idle = practice.add(6);
        PatientRef held = practice.add(7);
        practice.plan(held, "ccm", false, List.of());
        practice.work(held, "rn-7", 6, 25 * 60);
        KeptMonthService months = practice.months(3);

        MonthProgress first = months.close(BILLER, MONTH);
        assertEquals(3, first.done());
        assertEquals(7, first.total());
        assertFalse(first.finished());
        assertEquals(MonthPhase.CLOSING, months.month(BILLER, MONTH).phase());
        MonthProgress last = closeAll(months, BILLER);

        assertTrue(last.finished());
        assertEquals(7, last.done());
        assertEquals(
                Map.of(Status.BILL, 5, Status.HOLD, 1, Status.NO_BILL, 1),
                last.totals().byStatus());
        assertEquals(Map.of("99490", 5), last.totals().units());
        assertEquals(MonthPhase.CLOSED, months.month(BILLER, MONTH).phase());
        assertEquals(7, months.determinations(BILLER, MONTH, Page.FIRST).size());
        assertEquals(6, claims().size());
        assertEquals(ClaimState.HELD, claims().get(5).state());
        assertEquals("CARE_PLAN_COPY_MISSING", claims().get(5).reason());
        assertEquals(last.totals().held(), claims().get(5).amount());

        practice.work(idle, "rn", 9, 25 * 60);
        MonthAnswer frozen = months.compute(BILLER, idle, MONTH);
        assertTrue(frozen.frozen());
        assertEquals(Status.NO_BILL, only(frozen).status());
    }

    @Test
    void closesAnEmptyMonthAndOneWhoseLastChunkIsFull() {
        assertTrue(practice.months(3).close(BILLER, MONTH).finished());

        FakePractice full = new FakePractice();
        full.addBilled(1, 6);
        MonthProgress progress = closeAll(full.months(3), BILLER);
        assertEquals(6, progress.done());
        assertEquals(6, progress.total());
    }

    @Test
    void closingAClosedMonthChangesNothing() {
        practice.addBilled(1, 4);
        KeptMonthService months = practice.months(3);
        MonthProgress closed = closeAll(months, BILLER);
        BillingMonth journal = months.month(BILLER, MONTH);
        practice.work(FakePractice.patient(1), "rn-1", 8, 3000);

        assertEquals(closed, months.close(BILLER, MONTH));
        assertEquals(journal, months.month(BILLER, MONTH));
        assertEquals(4, claims().size());
    }

    @Test
    void thePatientsOwnFactsAreEnoughToDecideAgain() {
        practice.addBilled(1, 2);
        KeptMonthService months = practice.months(10);
        closeAll(months, BILLER);

        for (KeptDetermination kept : months.determinations(BILLER, MONTH, Page.FIRST)) {
            Determination again = months.replay(BILLER, kept.id());
            assertTrue(MonthDrafts.same(kept.determination(), again));
            assertTrue(again.findings().stream()
                    .anyMatch(finding -> finding.clause().isPresent()));
            assertTrue(kept.determination().findings().stream()
                    .allMatch(finding -> finding.clause().isEmpty()));
            assertTrue(kept.determination().findings().stream()
                    .anyMatch(finding -> finding.code().equals("TIME_ENTRIES")));
        }
        assertEquals(
                ErrorCode.RECORD_ABSENT,
                assertThrows(MedleyException.class, () -> months.replay(BILLER, "2025-03.nobody"))
                        .code());
        practice.library = new FixedLibrary(List.of());
        assertEquals(
                ErrorCode.RULES_ABSENT,
                assertThrows(MedleyException.class, () -> practice.months(10)
                                .replay(BILLER, MonthRecords.id(MONTH, FakePractice.patient(1), "ccm")))
                        .code());
    }

    @Test
    void aMonthClosesFromTheFirstInstantAfterItInThePracticesZone() {
        practice.addBilled(1, 1);
        Instant end = Instant.parse("2025-04-01T04:00:00Z");
        practice.clock.set(end.minusMillis(1));
        MedleyException refused =
                assertThrows(MedleyException.class, () -> practice.months(3).close(BILLER, MONTH));
        assertEquals(ErrorCode.STATE_INVALID, refused.code());
        assertEquals(BillingMonth.open(MONTH), practice.months(3).month(BILLER, MONTH));

        practice.clock.set(end);
        assertTrue(practice.months(3).close(BILLER, MONTH).finished());
    }

    @Test
    void nothingIsClosedWhileBillingIsLockedOrThePracticeIsNotSet() {
        practice.addBilled(1, 1);
        practice.locked = true;
        assertEquals(
                ErrorCode.BILLING_LOCKED,
                assertThrows(MedleyException.class, () -> practice.months(3).close(BILLER, MONTH))
                        .code());
        practice.locked = false;
        Caller other = Caller.of("bea", "south", Role.BILLER, "test");
        assertEquals(
                ErrorCode.STATE_INVALID,
                assertThrows(MedleyException.class, () -> practice.months(3).close(other, MONTH))
                        .code());
    }

    @Test
    void theSameRequestIsAnsweredOnceMoreAlsoAfterAReopening() {
        practice.addBilled(1, 4);
        KeptMonthService months = practice.months(3);
        Caller asked = BILLER.answering(new Request("close-1", "aa"));
        MonthProgress closed = closeAll(months, asked);
        months.reopen(BILLER, MONTH, months.month(BILLER, MONTH).version(), "late time");

        assertEquals(closed, months.close(asked, MONTH));
        assertEquals(MonthPhase.REOPENED, months.month(BILLER, MONTH).phase());
    }

    private static Caller pinned(long routing) {
        RoutingPin pin = () -> routing;
        return new Caller("bea", "north", Role.ADMINISTRATOR, "test", null, pin);
    }

    @Test
    void goesOnUnderAnotherRoutingOnlyWithTheSameRules() {
        practice.addBilled(1, 7);
        practice.months(3).close(pinned(7), MONTH);
        assertEquals(7, practice.months(3).month(BILLER, MONTH).routing());

        practice.months(3).close(pinned(8), MONTH);
        assertEquals(8, practice.months(3).month(BILLER, MONTH).routing());

        practice.library = otherRules();
        MedleyException refused =
                assertThrows(MedleyException.class, () -> practice.months(3).close(pinned(9), MONTH));
        assertEquals(ErrorCode.STATE_INVALID, refused.code());
        assertTrue(refused.getMessage().contains("ccm-2025 1.0.0"), refused.getMessage());
        assertTrue(refused.getMessage().contains("ccm-2025 9.0.0"), refused.getMessage());
        assertEquals(6, practice.months(3).month(BILLER, MONTH).done());

        practice.library = FixedLibrary.shipped();
        assertTrue(practice.months(3).close(pinned(10), MONTH).finished());
    }

    private static FixedLibrary otherRules() {
        List<RuleSet> sets = new ArrayList<>();
        for (RuleSet set : FixedLibrary.shipped().sets()) {
            boolean replaced = set.ref().name().equals("ccm-2025");
            sets.add(
                    replaced ? RuleSet.of("ccm-2025", "9.0.0", set.program(), set.from(), set.to(), set.files()) : set);
        }
        return new FixedLibrary(sets);
    }

    @Test
    void aPatientWhoseMonthCannotBeDecidedStopsNobodyElse() {
        practice.addBilled(1, 3);
        practice.charts.remove(FakePractice.patient(2));

        MonthProgress closed = closeAll(practice.months(10), BILLER);

        assertEquals(Map.of(Status.BILL, 2, Status.UNKNOWN, 1), closed.totals().byStatus());
        assertEquals(2, claims().size());
    }

    @Test
    void twoTimesOfConsentInOneMonthAreOneDetermination() {
        practice.addBilled(1, 1);
        practice.enroll(FakePractice.patient(1), "ccm", "staff", LocalDate.parse("2025-03-20"));

        MonthProgress closed = closeAll(practice.months(10), BILLER);

        assertEquals(Map.of(Status.BILL, 1), closed.totals().byStatus());
        Claim claim = claims().get(0);
        assertEquals(1, claims().size());
        assertEquals(ClaimKind.ORIGINAL, claim.kind());
        assertEquals(Optional.empty(), claim.about());
        assertEquals(LocalDate.parse("2025-03-31"), claim.dateOfService());
        assertEquals(FakePractice.NPI, claim.practitionerNpi());
    }
}
