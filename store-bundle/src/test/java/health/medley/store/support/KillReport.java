package health.medley.store.support;

import java.util.Locale;
import java.util.Optional;

/**
 * What came of killing a server.
 *
 * @param kills how often it was killed
 * @param acknowledged entries it had said were written
 * @param repeated entries asked for again that had been written although the answer was lost
 * @param lost acknowledged entries that were gone
 * @param twice entries that were there more than once
 * @param readySeconds the longest time from its start until it took entries again
 * @param usualSeconds the time in the middle, which says more where other work shares the machine
 * @param flaw what is wrong with the chain; empty if it verifies
 */
public record KillReport(
        int kills,
        int acknowledged,
        int repeated,
        int lost,
        int twice,
        double readySeconds,
        double usualSeconds,
        Optional<String> flaw) {

    /** Whether it kept its word. */
    public boolean kept() {
        return lost == 0 && twice == 0 && flaw.isEmpty();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d kills, %d acknowledged, %d lost, %d twice, %d written though unanswered,"
                        + " ready in %.2f s, %.2f s at most, %s",
                kills,
                acknowledged,
                lost,
                twice,
                repeated,
                usualSeconds,
                readySeconds,
                flaw.map(what -> "flaw: " + what).orElse("chain verified"));
    }
}
