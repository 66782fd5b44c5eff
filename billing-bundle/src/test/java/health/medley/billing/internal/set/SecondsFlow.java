package health.medley.billing.internal.set;

import java.util.Arrays;
import java.util.List;

/** Give every second to at most one demand by augmenting paths, second by second: slow and plainly right. */
final class SecondsFlow {
    private static final int LAST = 40;

    private final List<List<long[]>> pools;
    private final int[] owner = new int[LAST];
    private final List<Demand> demands;

    private SecondsFlow(List<List<long[]>> pools, List<Demand> demands) {
        this.pools = pools;
        this.demands = demands;
        Arrays.fill(owner, -1);
    }

    static boolean meets(List<List<long[]>> pools, List<Demand> demands) {
        return new SecondsFlow(pools, demands).meets();
    }

    private boolean meets() {
        for (int demand = 0; demand < demands.size(); demand++) {
            for (long i = 0; i < demands.get(demand).seconds(); i++) {
                if (!give(demand, new boolean[LAST])) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean give(int demand, boolean[] tried) {
        for (int second = 0; second < LAST; second++) {
            if (!tried[second] && covers(demands.get(demand).pool(), second)) {
                tried[second] = true;
                if (owner[second] < 0 || give(owner[second], tried)) {
                    owner[second] = demand;
                    return true;
                }
            }
        }
        return false;
    }

    private boolean covers(int pool, int second) {
        return pools.get(pool).stream().anyMatch(interval -> interval[0] <= second && second < interval[1]);
    }
}
