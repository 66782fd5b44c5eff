package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.Mix;
import health.medley.benchmarks.workload.PatientRow;
import java.util.Map;

/** Check that contestants give the same answer to every row; a rate of another answer means nothing. */
public final class Agreement {

    /** Checksums of the standard mix as an independent implementation gives them, by number of rows. */
    private static final Map<Integer, Long> PUBLISHED = Map.of(200_000, 526_654_562L, 1_000_000, 2_632_751_283L);

    private Agreement() {}

    /**
     * Add up the answers of the hand-written rules.
     *
     * @throws IllegalStateException if they are not those published for that mix and number of rows
     */
    public static long checksum(Contestant handWritten, Mix mix, PatientRow[] rows) {
        long sum = handWritten.decideAll(rows, 0, rows.length);
        Long published = mix == Mix.STANDARD ? PUBLISHED.get(rows.length) : null;
        if (published != null && published != sum) {
            throw new IllegalStateException("Deciding " + rows.length + " rows by hand: checksum " + sum + ", expected "
                    + published + "; the generator or the rules have changed");
        }
        return sum;
    }

    /**
     * Compare a contestant with the hand-written rules, row by row.
     *
     * @throws IllegalStateException at the first row that differs
     */
    public static void check(Contestant handWritten, Contestant other, PatientRow[] rows) {
        for (PatientRow row : rows) {
            int expected = handWritten.decide(row);
            int got = other.decide(row);
            if (got != expected) {
                throw new IllegalStateException("Deciding row " + row.id() + " of the workload with "
                        + other.entrant().label() + ": got " + text(got) + ", expected " + text(expected)
                        + " as hand-written Java gives");
            }
        }
    }

    private static String text(int answer) {
        return ((answer & 1) == 1 ? "eligible" : "not eligible") + ", family " + (answer >> 1 & 3) + ", add-on units "
                + (answer >> 3) + " (packed " + Answer.of((answer & 1) == 1, answer >> 1 & 3, answer >> 3) + ")";
    }
}
