package health.medley.switchboard.internal;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Count entries and leaves so that threads rarely meet: each thread counts in the stripe of its number, and a stripe
 * has two cache lines for itself. Counts only grow; whoever reads leaves first and entries after, and finds them equal,
 * knows that nobody was inside when the reading of the leaves ended.
 */
final class Stripes {
    private static final int COUNT = count(Runtime.getRuntime().availableProcessors());
    private static final int SPREAD = 16;
    private static final int ENTERED = 0;
    private static final int LEFT = 1;
    private static final int BOUNCED = 2;
    private static final int FAILED = 3;

    private final AtomicLongArray cells = new AtomicLongArray(COUNT * SPREAD);

    private static int count(int processors) {
        // twice the processors, so that two busy threads seldom share a stripe; few enough to be summed quickly
        return Math.min(64, Math.max(8, Integer.highestOneBit(processors * 2 - 1) * 2));
    }

    /** How many stripes there are. */
    static int stripes() {
        return COUNT;
    }

    /** The stripe of the current thread. */
    static int mine() {
        return (int) Thread.currentThread().getId() & (COUNT - 1);
    }

    /** Count one who enters. */
    void enter(int stripe) {
        cells.getAndIncrement(stripe * SPREAD + ENTERED);
    }

    /** Count one who leaves. */
    void leave(int stripe) {
        cells.getAndIncrement(stripe * SPREAD + LEFT);
    }

    /** Count one who entered, found the table replaced, and leaves without having called anything. */
    void bounce(int stripe) {
        cells.getAndIncrement(stripe * SPREAD + BOUNCED);
        leave(stripe);
    }

    /** Count a failure of one who is still inside. */
    void fail(int stripe) {
        cells.getAndIncrement(stripe * SPREAD + FAILED);
    }

    /** How many entered so far. */
    long entered() {
        return sum(ENTERED);
    }

    /** How many left so far. */
    long left() {
        return sum(LEFT);
    }

    /** How many of those who left had not called anything. */
    long bounced() {
        return sum(BOUNCED);
    }

    /** How many failed so far. */
    long failed() {
        return sum(FAILED);
    }

    private long sum(int cell) {
        long sum = 0;
        for (int stripe = 0; stripe < COUNT; stripe++) {
            sum += cells.get(stripe * SPREAD + cell);
        }
        return sum;
    }
}
