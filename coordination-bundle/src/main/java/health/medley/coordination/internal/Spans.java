package health.medley.coordination.internal;

import java.util.Arrays;

/**
 * Gather intervals of epoch seconds, [start, end), and measure them.
 *
 * <p>Starts and ends are kept apart: how many intervals are open at a second depends on neither's order nor on which
 * start belongs to which end, so a union is two sorts of primitives and one sweep. For one thread.
 */
final class Spans {
    private static final int FIRST_SIZE = 8;

    private long[] starts = new long[FIRST_SIZE];
    private long[] ends = new long[FIRST_SIZE];
    private int size;

    /** Take one more interval; an empty one adds nothing. */
    void add(long start, long end) {
        if (start >= end) {
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** First second of all. */
    long first() {
        long first = Long.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            first = Math.min(first, starts[i]);
        }
        return first;
    }

    /** Sum of the lengths; a second in two intervals counts twice. */
    long sum() {
        long sum = 0;
        for (int i = 0; i < size; i++) {
            sum += ends[i] - starts[i];
        }
        return sum;
    }

    /** Seconds in at least one interval. */
    long union() {
        return union(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
    }

    /** Seconds in at least one interval of this or of {@code other}. */
    long unionWith(Spans other) {
        return union(join(starts, size, other.starts, other.size), join(ends, size, other.ends, other.size));
    }

    private static long[] join(long[] mine, int mineSize, long[] others, int othersSize) {
        long[] both = Arrays.copyOf(mine, mineSize + othersSize);
        System.arraycopy(others, 0, both, mineSize, othersSize);
        return both;
    }

    private static long union(long[] starts, long[] ends) {
        Arrays.sort(starts);
        Arrays.sort(ends);
        long union = 0;
        long openedAt = 0;
        int open = 0;
        int nextStart = 0;
        for (long end : ends) {
            // an interval that begins where another ends joins it
            while (nextStart < starts.length && starts[nextStart] <= end) {
                if (open++ == 0) {
                    openedAt = starts[nextStart];
                }
                nextStart++;
            }
            if (--open == 0) {
                union += end - openedAt;
            }
        }
        return union;
    }
}
