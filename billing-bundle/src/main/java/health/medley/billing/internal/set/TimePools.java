package health.medley.billing.internal.set;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Know how many seconds lie in the union of any of several pools of time. A set of pools is a long with one bit for
 * each.
 *
 * <p>Demands can be met, each second counting once, exactly if every set of them asks for no more than the union of
 * their pools holds (Hall 1935, in Gale's form for quantities): so nothing has to be allocated to know it.
 */
@FunctionalInterface
public interface TimePools {
    /** Most pools. */
    int MOST = 62;

    /** Seconds in the union of a set of pools. */
    long union(long pools);

    /** Pools of intervals, each {@code [from, to)} in seconds; the intervals of a pool may overlap. */
    static TimePools ofIntervals(List<List<long[]>> pools) {
        TreeSet<Long> cuts = new TreeSet<>();
        pools.forEach(pool -> pool.forEach(interval -> {
            cuts.add(interval[0]);
            cuts.add(interval[1]);
        }));
        List<Long> edges = new ArrayList<>(cuts);
        Map<Long, Long> lengths = new HashMap<>();
        for (int i = 0; i + 1 < edges.size(); i++) {
            long from = edges.get(i);
            long covering = 0;
            for (int pool = 0; pool < pools.size(); pool++) {
                boolean covers =
                        pools.get(pool).stream().anyMatch(interval -> interval[0] <= from && from < interval[1]);
                covering |= covers ? 1L << pool : 0;
            }
            lengths.merge(covering, edges.get(i + 1) - from, Long::sum);
        }
        return ofCells(lengths);
    }

    /** Pools of given sizes that share time: all of them together hold {@code together} seconds and no more. */
    static TimePools ofSizes(List<Long> sizes, long together) {
        return pools -> {
            long sum = 0;
            for (int pool = 0; pool < sizes.size(); pool++) {
                sum += (pools >>> pool & 1) == 0 ? 0 : sizes.get(pool);
            }
            return Math.min(sum, together);
        };
    }

    private static TimePools ofCells(Map<Long, Long> lengths) {
        long[] covering = new long[lengths.size()];
        long[] length = new long[lengths.size()];
        int next = 0;
        for (Map.Entry<Long, Long> cell : lengths.entrySet()) {
            covering[next] = cell.getKey();
            length[next++] = cell.getValue();
        }
        return pools -> {
            long sum = 0;
            for (int i = 0; i < covering.length; i++) {
                sum += (covering[i] & pools) == 0 ? 0 : length[i];
            }
            return sum;
        };
    }

    /** Whether demands can be met together, each second counting once. */
    default boolean meet(List<Demand> demands) {
        return shortest(demands) >= 0;
    }

    /** Most seconds one more demand on a pool may ask for beside demands that can be met. */
    default long left(List<Demand> demands, int pool) {
        long[] wanted = wanted(demands);
        long taking = mask(wanted);
        long least = union(1L << pool) - (wanted[pool]);
        for (long some = taking; some != 0; some = some - 1 & taking) {
            least = Math.min(least, union(some | 1L << pool) - sum(wanted, some | 1L << pool));
        }
        return Math.max(0, least);
    }

    /** The least that any set of demands leaves of its pools; below 0 if they cannot be met. */
    private long shortest(List<Demand> demands) {
        long[] wanted = wanted(demands);
        long taking = mask(wanted);
        long least = Long.MAX_VALUE;
        for (long some = taking; some != 0; some = some - 1 & taking) {
            least = Math.min(least, union(some) - sum(wanted, some));
        }
        return least;
    }

    private static long[] wanted(List<Demand> demands) {
        long[] wanted = new long[MOST];
        demands.forEach(demand -> wanted[demand.pool()] += demand.seconds());
        return wanted;
    }

    private static long mask(long[] wanted) {
        long mask = 0;
        for (int pool = 0; pool < wanted.length; pool++) {
            mask |= wanted[pool] > 0 ? 1L << pool : 0;
        }
        return mask;
    }

    private static long sum(long[] wanted, long pools) {
        long sum = 0;
        for (long left = pools; left != 0; left &= left - 1) {
            sum += wanted[Long.numberOfTrailingZeros(left)];
        }
        return sum;
    }
}
