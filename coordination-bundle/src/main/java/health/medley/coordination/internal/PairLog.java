package health.medley.coordination.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.util.Arrays;

/**
 * Gather pairs of ranks, each the smaller rank first, and put them in order in time linear in their number.
 *
 * <p>For one thread.
 */
final class PairLog {
    /** More would not fit a list in memory; nobody reads as many. */
    static final int MOST_PAIRS = 1 << 24;

    private static final int FIRST_SIZE = 16;

    private final int most;
    private int[] firsts = new int[FIRST_SIZE];
    private int[] seconds = new int[FIRST_SIZE];
    private int size;

    /** Gather {@code most} pairs at most. */
    PairLog(int most) {
        this.most = most;
    }

    /**
     * Take one more pair, in either order.
     *
     * @throws MedleyException {@code ARGUMENT_INVALID} if there are more than may be gathered
     */
    void add(int rank, int other) {
        if (size == most) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Looking for people recorded with two patients at once: more than " + most
                            + " overlapping pairs; expected a name in the performer column to stand for one person."
                            + " Give each person a name of their own, or ask about fewer entries.");
        }
        if (size == firsts.length) {
            firsts = Arrays.copyOf(firsts, size * 2);
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        firsts[size] = Math.min(rank, other);
        seconds[size] = Math.max(rank, other);
        size++;
    }

    int size() {
        return size;
    }

    int first(int pair) {
        return firsts[pair];
    }

    int second(int pair) {
        return seconds[pair];
    }

    /** Order the pairs by first, then second rank; ranks are below {@code ranks}. */
    void sort(int ranks) {
        // the second pass keeps the order the first one made among equal firsts
        place(seconds, ranks);
        place(firsts, ranks);
    }

    private void place(int[] keys, int ranks) {
        int[] next = new int[ranks + 1];
        for (int i = 0; i < size; i++) {
            next[keys[i] + 1]++;
        }
        for (int rank = 0; rank < ranks; rank++) {
            next[rank + 1] += next[rank];
        }
        int[] placedFirsts = new int[size];
        int[] placedSeconds = new int[size];
        for (int i = 0; i < size; i++) {
            int place = next[keys[i]]++;
            placedFirsts[place] = firsts[i];
            placedSeconds[place] = seconds[i];
        }
        firsts = placedFirsts;
        seconds = placedSeconds;
    }
}
