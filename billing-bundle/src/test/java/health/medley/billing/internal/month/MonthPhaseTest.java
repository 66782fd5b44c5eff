package health.medley.billing.internal.month;

import static health.medley.billing.internal.month.FakePractice.BILLER;
import static health.medley.billing.internal.month.FakePractice.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.billing.MonthPhase;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action in every phase of a month. */
class MonthPhaseTest {
    private static final int CHUNK = 3;
    private static final PatientRef FIRST = FakePractice.patient(1);

    private final FakePractice practice = new FakePractice();
    private final KeptMonthService months = practice.months(CHUNK);

    /** What may be done with a month; answers what came of it, in a word. */
    enum Action {
        CLOSE(test -> test.months.close(BILLER, MONTH).finished() ? "finished" : "goes on"),
        REOPEN(test -> test.months
                .reopen(BILLER, MONTH, test.months.month(BILLER, MONTH).version(), "a reason")
                .phase()
                .name()),
        LATE(test -> "looked at " + test.months.late(BILLER, MONTH, Page.FIRST).looked()),
        CORRECT(test -> "changed "
                + test.practice
                        .claims()
                        .correct(BILLER, FIRST, MONTH, "a reason")
                        .determinations()
                        .size()),
        COMPUTE(test -> test.months.compute(BILLER, FIRST, MONTH).frozen() ? "frozen" : "computed");

        private final Function<MonthPhaseTest, String> work;

        Action(Function<MonthPhaseTest, String> work) {
            this.work = work;
        }
    }

    private void reach(MonthPhase phase) {
        practice.addBilled(1, 5);
        if (phase == MonthPhase.OPEN) {
            return;
        }
        months.close(BILLER, MONTH);
        if (phase == MonthPhase.CLOSING) {
            return;
        }
        MonthCloseTest.closeAll(months, BILLER);
        if (phase == MonthPhase.REOPENED) {
            months.reopen(BILLER, MONTH, months.month(BILLER, MONTH).version(), "time was forgotten");
        }
    }

    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(MonthPhase.OPEN, Action.CLOSE, "goes on", MonthPhase.CLOSING),
                Arguments.of(MonthPhase.OPEN, Action.REOPEN, "STATE_INVALID", MonthPhase.OPEN),
                Arguments.of(MonthPhase.OPEN, Action.LATE, "MONTH_OPEN", MonthPhase.OPEN),
                Arguments.of(MonthPhase.OPEN, Action.CORRECT, "MONTH_OPEN", MonthPhase.OPEN),
                Arguments.of(MonthPhase.OPEN, Action.COMPUTE, "computed", MonthPhase.OPEN),
                Arguments.of(MonthPhase.CLOSING, Action.CLOSE, "finished", MonthPhase.CLOSED),
                Arguments.of(MonthPhase.CLOSING, Action.REOPEN, "STATE_INVALID", MonthPhase.CLOSING),
                Arguments.of(MonthPhase.CLOSING, Action.LATE, "MONTH_OPEN", MonthPhase.CLOSING),
                Arguments.of(MonthPhase.CLOSING, Action.CORRECT, "MONTH_OPEN", MonthPhase.CLOSING),
                Arguments.of(MonthPhase.CLOSING, Action.COMPUTE, "frozen", MonthPhase.CLOSING),
                Arguments.of(MonthPhase.CLOSED, Action.CLOSE, "finished", MonthPhase.CLOSED),
                Arguments.of(MonthPhase.CLOSED, Action.REOPEN, "REOPENED", MonthPhase.REOPENED),
                Arguments.of(MonthPhase.CLOSED, Action.LATE, "looked at 5", MonthPhase.CLOSED),
                Arguments.of(MonthPhase.CLOSED, Action.CORRECT, "changed 1", MonthPhase.CLOSED),
                Arguments.of(MonthPhase.CLOSED, Action.COMPUTE, "frozen", MonthPhase.CLOSED),
                Arguments.of(MonthPhase.REOPENED, Action.CLOSE, "goes on", MonthPhase.CLOSING),
                Arguments.of(MonthPhase.REOPENED, Action.REOPEN, "STATE_INVALID", MonthPhase.REOPENED),
                Arguments.of(MonthPhase.REOPENED, Action.LATE, "MONTH_OPEN", MonthPhase.REOPENED),
                Arguments.of(MonthPhase.REOPENED, Action.CORRECT, "MONTH_OPEN", MonthPhase.REOPENED),
                Arguments.of(MonthPhase.REOPENED, Action.COMPUTE, "computed", MonthPhase.REOPENED));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("table")
    void doesWhatThePhaseAllows(MonthPhase phase, Action action, String expected, MonthPhase after) {
        reach(phase);
        practice.work(FIRST, "rn-1", 20, 25 * 60);
        String answer;
        try {
            answer = action.work.apply(this);
        } catch (MedleyException e) {
            answer = e.code().name();
        }
        assertEquals(expected, answer);
        assertEquals(after, months.month(BILLER, MONTH).phase());
    }

    @Test
    void theTableIsWhole() {
        assertEquals(
                (long) MonthPhase.values().length * Action.values().length,
                table().map(row -> row.get()[0] + " " + row.get()[1]).distinct().count());
    }

    @Test
    void reopeningNeedsAReasonAndTheVersionThatWasSeen() {
        reach(MonthPhase.CLOSED);
        long version = months.month(BILLER, MONTH).version();
        assertEquals(
                ErrorCode.ARGUMENT_INVALID,
                assertThrows(MedleyException.class, () -> months.reopen(BILLER, MONTH, version, " "))
                        .code());
        assertEquals(
                ErrorCode.RECORD_CHANGED,
                assertThrows(MedleyException.class, () -> months.reopen(BILLER, MONTH, version - 1, "late time"))
                        .code());
        assertEquals(
                "late time", months.reopen(BILLER, MONTH, version, "late time").reason());
        assertFalse(months.close(BILLER, MONTH).finished());
    }

    @Test
    void aMonthMayBeReopenedAgainAndAgain() {
        reach(MonthPhase.CLOSED);
        for (int round = 1; round < 4; round++) {
            months.reopen(BILLER, MONTH, months.month(BILLER, MONTH).version(), "round " + round);
            assertTrue(MonthCloseTest.closeAll(months, BILLER).finished());
            assertEquals("round " + round, months.month(BILLER, MONTH).reason());
            // nothing changed: every record is as the first closing left it
            months.determinations(BILLER, MONTH, Page.FIRST).forEach(kept -> assertEquals(1, kept.version()));
            assertEquals(5, practice.claims().claims(BILLER, MONTH, Page.FIRST).size());
        }
    }
}
