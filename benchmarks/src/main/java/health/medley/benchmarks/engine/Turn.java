package health.medley.benchmarks.engine;

import health.medley.benchmarks.measure.Task;
import health.medley.benchmarks.workload.PatientRow;

/** Let a contestant decide the rows in pieces, from the first to the last and again. */
final class Turn implements Task {

    private static final int PIECE = 500;

    private final Contestant contestant;
    private final PatientRow[] rows;
    private int next;
    private long sum;
    private long passes;
    private final long expected;

    Turn(Contestant contestant, PatientRow[] rows, long expected) {
        this.contestant = contestant;
        this.rows = rows;
        this.expected = expected;
    }

    @Override
    public String name() {
        return contestant.entrant().label();
    }

    @Override
    public long work() {
        int from = next;
        int to = Math.min(from + PIECE, rows.length);
        sum += contestant.decideAll(rows, from, to);
        next = to;
        if (to == rows.length) {
            endPass();
        }
        return to - from;
    }

    private void endPass() {
        passes++;
        if (sum != expected) {
            throw new IllegalStateException("Deciding all rows with " + name() + ", pass " + passes + ": checksum "
                    + sum + ", expected " + expected + " as hand-written Java gives");
        }
        sum = 0;
        next = 0;
    }
}
