package health.medley.coordination.internal.time;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.coordination.internal.practice.TestPractice;
import health.medley.core.ErrorCode;
import health.medley.core.Request;
import health.medley.core.ServiceMonth;
import health.medley.core.time.KeptTime;
import health.medley.core.time.NewTimer;
import health.medley.core.time.TimeRole;
import health.medley.core.time.Timer;
import health.medley.core.time.TimerState;
import health.medley.core.time.TimerStop;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimersTest {

    private static final ServiceMonth MARCH = ServiceMonth.parse("2025-03");
    private static final NewTimer NURSE = new NewTimer("nurse-1", TimeRole.STAFF, "call", "ccm");

    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");
    private final StoredTimeLedger ledger = new StoredTimeLedger(practice.store, practice, practice, practice);

    @Test
    void whatRanBecomesAnEntryInTheSameCommit() {
        Timer timer = ledger.start(ANN, practice.patient, NURSE);
        practice.pass(Duration.ofMinutes(20));
        Timer stopped = ledger.stop(ANN, timer.id(), 1, new TimerStop(Optional.empty(), Optional.of("feet")));

        assertEquals(TimerState.STOPPED, stopped.state());
        KeptTime entry = ledger.entries(ANN, practice.patient, MARCH).get(0);
        assertEquals(stopped.entry(), Optional.of(entry.id()));
        assertEquals(OffsetDateTime.parse("2025-03-20T12:00:00-04:00"), entry.start());
        assertEquals(OffsetDateTime.parse("2025-03-20T12:20:00-04:00"), entry.end());
        assertEquals(Optional.of("timer/" + timer.id()), entry.source());
        assertEquals(List.of(), ledger.timers(ANN));
        refused(ErrorCode.STATE_INVALID, () -> ledger.stop(ANN, timer.id(), 2, TimerStop.NOW));
        refused(ErrorCode.STATE_INVALID, () -> ledger.touch(ANN, timer.id(), 2));
    }

    @Test
    void aPersonHasOneRunning() {
        Timer timer = ledger.start(ANN, practice.patient, NURSE);
        practice.pass(Duration.ofMinutes(60));
        String message = refused(ErrorCode.CONFLICT_OPEN, () -> ledger.start(ANN, practice.other, NURSE));
        assertTrue(message.contains(timer.id()), message);
        ledger.start(ANN, practice.other, new NewTimer("nurse-2", TimeRole.STAFF, "call", "ccm"));
        ledger.stop(ANN, timer.id(), 1, TimerStop.NOW);
        ledger.start(ANN, practice.other, NURSE);
        assertEquals(2, ledger.timers(ANN).size());
    }

    @Test
    void aForgottenTimerIsNotCountedUntilSomebodyStatesItsEnd() {
        Timer timer = ledger.start(ANN, practice.patient, NURSE);
        practice.pass(Duration.ofMinutes(60).plusMillis(1));
        assertEquals(TimerState.NEEDS_ATTENTION, ledger.timers(ANN).get(0).state());
        refused(ErrorCode.STATE_INVALID, () -> ledger.touch(ANN, timer.id(), 1));

        Timer aside = ledger.stop(ANN, timer.id(), 1, TimerStop.NOW);
        assertEquals(TimerState.NEEDS_ATTENTION, aside.state());
        assertEquals(List.of(), ledger.entries(ANN, practice.patient, MARCH));
        refused(ErrorCode.STATE_INVALID, () -> ledger.stop(ANN, timer.id(), 2, TimerStop.NOW));

        ledger.start(ANN, practice.other, NURSE);
        Timer stopped = ledger.stop(ANN, timer.id(), 2, end("2025-03-20T12:10:00-04:00"));
        assertEquals(TimerState.STOPPED, stopped.state());
        assertEquals(1, ledger.entries(ANN, practice.patient, MARCH).size());
    }

    @Test
    void theNextTimerSetsAForgottenOneAside() {
        Timer timer = ledger.start(ANN, practice.patient, NURSE);
        practice.pass(Duration.ofMinutes(61));
        Timer next = ledger.start(ANN.answering(new Request("k", "aa")), practice.other, NURSE);

        assertEquals(
                Map.of(timer.id(), TimerState.NEEDS_ATTENTION, next.id(), TimerState.RUNNING),
                Map.of(
                        ledger.timers(ANN).get(0).id(),
                                ledger.timers(ANN).get(0).state(),
                        ledger.timers(ANN).get(1).id(),
                                ledger.timers(ANN).get(1).state()));
        assertEquals(next, ledger.start(ANN.answering(new Request("k", "aa")), practice.other, NURSE));
    }

    @Test
    void aTouchBeginsTheIdleLimitAnew() {
        Timer timer = ledger.start(ANN, practice.patient, NURSE);
        practice.pass(Duration.ofMinutes(60));
        Timer touched = ledger.touch(ANN, timer.id(), 1);
        practice.pass(Duration.ofMinutes(60));
        ledger.stop(ANN, timer.id(), touched.version(), TimerStop.NOW);
        assertEquals(
                OffsetDateTime.parse("2025-03-20T14:00:00-04:00"),
                ledger.entries(ANN, practice.patient, MARCH).get(0).end());
    }

    @Test
    void thePracticeSetsTheIdleLimit() {
        practice.parameters = Map.of("idle-limit", "5 min");
        ledger.start(ANN, practice.patient, NURSE);
        practice.pass(Duration.ofMinutes(5));
        assertEquals(TimerState.RUNNING, ledger.timers(ANN).get(0).state());
        practice.pass(Duration.ofMillis(1));
        assertEquals(TimerState.NEEDS_ATTENTION, ledger.timers(ANN).get(0).state());
    }

    @Test
    void noTimeMakesNoEntry() {
        Timer timer = ledger.start(ANN, practice.patient, NURSE);
        Timer stopped = ledger.stop(ANN, timer.id(), 1, TimerStop.NOW);
        assertEquals(Optional.empty(), stopped.entry());
        assertEquals(List.of(), ledger.entries(ANN, practice.patient, MARCH));

        Timer second = ledger.start(ANN, practice.patient, NURSE);
        practice.pass(Duration.ofSeconds(-30));
        assertEquals(
                Optional.empty(),
                ledger.stop(ANN, second.id(), 1, TimerStop.NOW).entry());
        assertNotEquals(timer.id(), second.id());
    }

    @Test
    void anEndBeforeTheStartOrInTheFutureIsRefused() {
        Timer timer = ledger.start(ANN, practice.patient, NURSE);
        practice.pass(Duration.ofMinutes(10));
        refused(ErrorCode.ARGUMENT_INVALID, () -> ledger.stop(ANN, timer.id(), 1, end("2025-03-20T11:59:59-04:00")));
        refused(ErrorCode.ARGUMENT_INVALID, () -> ledger.stop(ANN, timer.id(), 1, end("2025-03-20T12:11:01-04:00")));
        refused(ErrorCode.RECORD_CHANGED, () -> ledger.stop(ANN, timer.id(), 2, TimerStop.NOW));
        refused(ErrorCode.RECORD_ABSENT, () -> ledger.stop(ANN, "nothing", 1, TimerStop.NOW));
    }

    private static TimerStop end(String end) {
        return new TimerStop(Optional.of(OffsetDateTime.parse(end)), Optional.empty());
    }
}
