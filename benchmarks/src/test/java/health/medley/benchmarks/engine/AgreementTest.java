package health.medley.benchmarks.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.Mix;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.Workload;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private final PatientRow[] rows = Workload.of(Mix.STANDARD, 2_000);
    private final HandWritten handWritten = new HandWritten();

    @Test
    void acceptsTheSameAnswers() {
        Agreement.check(handWritten, new HandWritten(), rows);
    }

    @Test
    void refusesAContestantThatGivesAnotherAnswerToOneRow() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> Agreement.check(handWritten, new WrongAt(1_234), rows));

        assertTrue(refused.getMessage().contains("row 1234"), refused.getMessage());
    }

    @Test
    void stopsATurnWhoseAnswersDoNotAddUp() {
        long checksum = Agreement.checksum(handWritten, Mix.STANDARD, rows);
        Turn right = new Turn(handWritten, rows, checksum);
        Turn wrong = new Turn(new WrongAt(1_999), rows, checksum);

        assertEquals(2_000, pass(right));
        assertThrows(IllegalStateException.class, () -> pass(wrong));
    }

    private long pass(Turn turn) {
        long done = 0;
        while (done < rows.length) {
            done += turn.work();
        }
        return done;
    }

    private final class WrongAt implements Contestant {
        private final int row;

        WrongAt(int row) {
            this.row = row;
        }

        @Override
        public Entrant entrant() {
            return Entrant.MEDLEY;
        }

        @Override
        public int decide(PatientRow asked) {
            int answer = handWritten.decide(asked);
            return asked.id() == row ? Answer.of(true, Answer.STAFF, 9) : answer;
        }

        @Override
        public long decideAll(PatientRow[] all, int from, int to) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum = Answer.add(sum, i, decide(all[i]));
            }
            return sum;
        }
    }
}
