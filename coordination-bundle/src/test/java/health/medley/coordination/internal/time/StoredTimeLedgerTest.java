package health.medley.coordination.internal.time;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static health.medley.coordination.internal.practice.TestPractice.BOB_ELSEWHERE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.coordination.internal.practice.TestPractice;
import health.medley.coordination.internal.practice.WatchedStore;
import health.medley.core.ErrorCode;
import health.medley.core.PatientRef;
import health.medley.core.Request;
import health.medley.core.ServiceMonth;
import health.medley.core.time.KeptTime;
import health.medley.core.time.NewTime;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeQuery;
import health.medley.core.time.TimeRole;
import health.medley.record.RecordIds;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoredTimeLedgerTest {

    private static final ServiceMonth MARCH = ServiceMonth.parse("2025-03");
    private static final ServiceMonth APRIL = ServiceMonth.parse("2025-04");

    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredTimeLedger ledger = new StoredTimeLedger(practice.store, practice, practice, practice);

    private static NewTime time(String externalId, String start, String end) {
        return new NewTime(
                externalId.isEmpty() ? Optional.empty() : Optional.of(externalId),
                OffsetDateTime.parse(start),
                OffsetDateTime.parse(end),
                "nurse-1",
                TimeRole.STAFF,
                "call",
                "ccm",
                Optional.of("talked about feet"));
    }

    private static NewTime call(String day) {
        return time("", day + "T10:00:00-04:00", day + "T10:20:00-04:00");
    }

    @Test
    void keepsWhatWasStated() {
        KeptTime kept = ledger.record(
                ANN, practice.patient, time("x-1", "2025-03-20T10:00:00-04:00", "2025-03-20T10:20:01-04:00"));

        assertEquals(1, kept.version());
        assertEquals(MARCH, kept.month());
        assertFalse(kept.late());
        assertEquals(List.of(kept), ledger.entries(ANN, practice.patient, MARCH));
        assertEquals("x-1", kept.entry("pat-1").id());
        assertEquals("pat-1", kept.entry("pat-1").patient());
    }

    @Test
    void anEntryOfAPatientItKnowsIsOneCommitAndNothingElse() {
        WatchedStore store = new WatchedStore(practice.store);
        StoredTimeLedger watched = new StoredTimeLedger(store, practice, practice, practice);
        watched.record(ANN, practice.patient, call("2025-03-20"));
        int charts = practice.chartReads;
        int practices = practice.practiceReads;
        store.asked.clear();
        watched.record(ANN, practice.patient, call("2025-03-19"));
        assertEquals(List.of("commit 1"), store.asked);
        assertEquals(charts, practice.chartReads);
        assertEquals(practices, practice.practiceReads);
    }

    @Test
    void refusesAPatientWhoIsNotThePractices() {
        refused(ErrorCode.PATIENT_UNKNOWN, () -> ledger.record(ANN, RecordIds.patient(), call("2025-03-20")));
        refused(ErrorCode.PATIENT_UNKNOWN, () -> ledger.record(BOB_ELSEWHERE, practice.patient, call("2025-03-20")));
        ledger.record(ANN, practice.patient, call("2025-03-20"));
        refused(ErrorCode.PATIENT_UNKNOWN, () -> ledger.record(BOB_ELSEWHERE, practice.patient, call("2025-03-20")));
        assertEquals(List.of(), ledger.entries(BOB_ELSEWHERE, practice.patient, MARCH));
    }

    @Test
    void refusesTheFutureButNotTheMinuteThatClocksDiffer() {
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> ledger.record(
                        ANN, practice.patient, time("", "2025-03-20T11:50:00-04:00", "2025-03-20T12:01:01-04:00")));
        ledger.record(ANN, practice.patient, time("", "2025-03-20T11:50:00-04:00", "2025-03-20T12:01:00-04:00"));
    }

    @Test
    void flagsLateAfterSevenDaysAndAfterTheMonth() {
        assertFalse(late("2025-03-10T14:20:00Z", "2025-03-17T14:20:00Z"));
        assertTrue(late("2025-03-10T14:20:00Z", "2025-03-17T14:20:01Z"));
        // the month ends at midnight in New York, four hours after it does in Greenwich
        assertFalse(late("2025-04-01T01:00:00Z", "2025-04-01T03:59:59Z"));
        assertTrue(late("2025-04-01T01:00:00Z", "2025-04-01T04:00:00Z"));
        practice.parameters = Map.of("late-after", "2 days");
        assertTrue(late("2025-05-10T14:20:00Z", "2025-05-12T14:20:01Z"));
    }

    private boolean late(String end, String now) {
        practice.at(now);
        OffsetDateTime ended = OffsetDateTime.parse(end);
        return ledger.record(
                        ANN, practice.patient, time("", ended.minusMinutes(5).toString() + "", end))
                .late();
    }

    @Test
    void refusesAParameterThatIsNoTime() {
        practice.parameters = Map.of("late-after", "soon");
        String message =
                refused(ErrorCode.ARGUMENT_INVALID, () -> ledger.record(ANN, practice.patient, call("2025-03-20")));
        assertTrue(message.contains("coordination.late-after"), message);
    }

    @Test
    void importingAgainDoublesNothing() {
        NewTime stated = time("x-1", "2025-03-20T10:00:00-04:00", "2025-03-20T10:20:00-04:00");
        KeptTime first = ledger.record(ANN, practice.patient, stated);
        assertEquals(first, ledger.record(ANN, practice.patient, stated));

        KeptTime right = ledger.correct(
                ANN,
                first.id(),
                1,
                time("x-1", "2025-03-20T10:00:00-04:00", "2025-03-20T10:15:00-04:00"),
                "hung up earlier");
        assertEquals(right, ledger.record(ANN, practice.patient, stated));
        KeptTime gone = ledger.withdraw(ANN, first.id(), 2, "another patient's");
        assertEquals(gone, ledger.record(ANN, practice.patient, stated));

        refused(ErrorCode.KEY_TAKEN, () -> ledger.record(ANN, practice.other, stated));
        refused(
                ErrorCode.KEY_TAKEN,
                () -> ledger.record(
                        ANN, practice.patient, time("x-1", "2025-03-20T10:00:00-04:00", "2025-03-20T10:19:00-04:00")));
    }

    @Test
    void correctsBesideTheOriginal() {
        KeptTime first = ledger.record(ANN, practice.patient, call("2025-03-20"));
        KeptTime right = ledger.correct(ANN, first.id(), 1, call("2025-03-19"), "the day before");

        assertEquals(2, right.version());
        assertEquals(Optional.of("the day before"), right.reason());
        assertEquals(List.of(first, right), ledger.history(ANN, first.id()));
        assertEquals(List.of(right), ledger.entries(ANN, practice.patient, MARCH));
        refused(ErrorCode.RECORD_CHANGED, () -> ledger.correct(ANN, first.id(), 1, call("2025-03-18"), "stale"));
        refused(ErrorCode.ARGUMENT_INVALID, () -> ledger.correct(ANN, first.id(), 2, call("2025-03-18"), " "));
        refused(ErrorCode.RECORD_ABSENT, () -> ledger.correct(ANN, "nothing", 1, call("2025-03-18"), "why"));
        refused(ErrorCode.RECORD_ABSENT, () -> ledger.correct(BOB_ELSEWHERE, first.id(), 2, call("2025-03-18"), "why"));
        refused(ErrorCode.RECORD_ABSENT, () -> ledger.history(ANN, "nothing"));
    }

    @Test
    void aCorrectionOfAnEarlierMonthIsLate() {
        KeptTime first = ledger.record(ANN, practice.patient, call("2025-03-20"));
        practice.at("2025-04-02T12:00:00Z");
        KeptTime right = ledger.correct(ANN, first.id(), 1, call("2025-03-19"), "the day before");
        assertTrue(right.late());
        assertEquals(first.recordedAt(), right.recordedAt());
        assertEquals(practice.instant(), right.changedAt());
    }

    @Test
    void nothingFollowsAWithdrawal() {
        KeptTime first = ledger.record(ANN, practice.patient, call("2025-03-20"));
        KeptTime gone = ledger.withdraw(ANN, first.id(), 1, "another patient's");
        assertTrue(gone.withdrawn());
        refused(ErrorCode.STATE_INVALID, () -> ledger.withdraw(ANN, first.id(), 2, "again"));
        refused(ErrorCode.STATE_INVALID, () -> ledger.correct(ANN, first.id(), 2, call("2025-03-18"), "back"));
        assertEquals(List.of(), read(Set.of(practice.patient), MARCH));
        assertEquals(List.of(gone), ledger.entries(ANN, practice.patient, MARCH));
    }

    @Test
    void anEntryOverMidnightOfTheMonthsEndTouchesBoth() {
        practice.at("2025-04-01T12:00:00Z");
        KeptTime both = ledger.record(
                ANN, practice.patient, time("", "2025-03-31T23:50:00-04:00", "2025-04-01T00:00:01-04:00"));
        KeptTime march =
                ledger.record(ANN, practice.other, time("", "2025-03-31T23:50:00-04:00", "2025-04-01T00:00:00-04:00"));

        assertEquals(Optional.of(APRIL), both.until());
        assertEquals(Optional.empty(), march.until());
        assertEquals(Set.of(both, march), Set.copyOf(read(Set.of(), MARCH)));
        assertEquals(List.of(both), read(Set.of(), APRIL));
        assertEquals(List.of(both), ledger.entries(ANN, practice.patient, APRIL));
        assertEquals(List.of(march), read(Set.of(practice.other), MARCH));
    }

    @Test
    void theSameRequestRecordsOnce() {
        Request request = new Request("k-1", "aa");
        KeptTime first = ledger.record(ANN.answering(request), practice.patient, call("2025-03-20"));
        assertEquals(first, ledger.record(ANN.answering(request), practice.patient, call("2025-03-20")));
        assertEquals(1, read(Set.of(), MARCH).size());
    }

    @Test
    void findsAPersonInTwoPatientsCallsAtOnce() {
        KeptTime one = ledger.record(
                ANN, practice.patient, time("", "2025-03-20T10:00:00-04:00", "2025-03-20T10:20:00-04:00"));
        KeptTime two =
                ledger.record(ANN, practice.other, time("", "2025-03-20T10:19:59-04:00", "2025-03-20T10:30:00-04:00"));
        ledger.record(ANN, practice.patient, time("", "2025-03-20T10:30:00-04:00", "2025-03-20T10:40:00-04:00"));
        assertEquals(List.of(new PerformerOverlap("nurse-1", one.id(), two.id())), ledger.overlaps(ANN, MARCH));

        ledger.withdraw(ANN, two.id(), 1, "another patient's");
        assertEquals(List.of(), ledger.overlaps(ANN, MARCH));
    }

    @Test
    void refusesWhatIsNoTime() {
        refused(ErrorCode.ARGUMENT_INVALID, () -> time("", "2025-03-20T10:00:00-04:00", "2025-03-20T09:59:59-04:00"));
        refused(ErrorCode.ARGUMENT_INVALID, () -> time("", "2025-03-19T10:00:00-04:00", "2025-03-20T10:00:00-04:00"));
        refused(ErrorCode.ARGUMENT_INVALID, () -> time("", "2025-03-20T10:00:00.5-04:00", "2025-03-20T10:01:00-04:00"));
        time("", "2025-03-19T10:00:00-04:00", "2025-03-20T09:59:59-04:00");
        time("", "2000-01-01T00:00:00Z", "2000-01-01T00:00:01Z");
        refused(ErrorCode.ARGUMENT_INVALID, () -> time("", "1999-12-31T23:59:59Z", "2000-01-01T00:00:00Z"));
        refused(ErrorCode.ARGUMENT_INVALID, () -> time("", "2199-12-31T23:59:59Z", "2200-01-01T00:00:00Z"));
        OffsetDateTime at = OffsetDateTime.parse("2025-03-20T10:00:00-04:00");
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> new NewTime(Optional.empty(), at, at, "n", TimeRole.STAFF, "chat", "ccm", Optional.empty()));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> new NewTime(Optional.empty(), at, at, " ", TimeRole.STAFF, "call", "ccm", Optional.empty()));
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> new NewTime(Optional.empty(), at, at, "n", TimeRole.STAFF, "call", "CCM!", Optional.empty()));
    }

    @Test
    void readsAThousandPatientsAtOnceAndNotMore() {
        Set<PatientRef> many = Stream.generate(RecordIds::patient).limit(1_000).collect(Collectors.toSet());
        assertEquals(List.of(), read(many, MARCH));
        many.add(practice.patient);
        refused(ErrorCode.ARGUMENT_INVALID, () -> read(many, MARCH));
    }

    @Test
    void twoWhoImportTheSameAtOnceDoubleNothing() throws Exception {
        NewTime stated = time("x-1", "2025-03-20T10:00:00-04:00", "2025-03-20T10:20:00-04:00");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Callable<KeptTime> importing = () -> {
                together.await();
                return ledger.record(ANN, practice.patient, stated);
            };
            for (int round = 0; round < 50; round++) {
                Future<KeptTime> one = pool.submit(importing);
                Future<KeptTime> two = pool.submit(importing);
                assertEquals(one.get(), two.get());
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(1, read(Set.of(), MARCH).size());
    }

    private List<KeptTime> read(Set<PatientRef> patients, ServiceMonth month) {
        return ledger.read(ANN, new TimeQuery(patients, month), new TimeList());
    }
}
