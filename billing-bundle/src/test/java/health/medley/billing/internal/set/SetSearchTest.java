package health.medley.billing.internal.set;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SetSearchTest {
    private static final int MONTHS = 20_000;

    @Test
    void findsWhatTryingEverythingFinds() {
        int contested = 0;
        int several = 0;
        for (long seed = 0; seed < MONTHS; seed++) {
            RandomMonth month = new RandomMonth(seed);
            BestSet found = new SetSearch(month.members, month.pools(), month).best();
            Everything all = new Everything(month);
            assertArrayEquals(all.best(), found.choice(), "seed " + seed);
            contested += found.contested() ? 1 : 0;
            several += Arrays.stream(found.choice())
                                    .filter(option -> option != SetLaws.NOTHING)
                                    .count()
                            > 1
                    ? 1
                    : 0;
        }
        assertTrue(contested > MONTHS / 100, contested + " contested months");
        assertTrue(several > MONTHS / 4, several + " months with several members");
    }

    @Test
    void demandsCanBeMetExactlyWhereSecondsCanBeGivenOut() {
        int met = 0;
        for (long seed = 0; seed < MONTHS; seed++) {
            RandomMonth month = new RandomMonth(seed);
            Random random = new Random(-seed);
            List<Demand> demands = new ArrayList<>();
            for (int pool = 0; pool < month.intervals.size(); pool++) {
                demands.add(new Demand(pool, random.nextInt(6)));
            }
            boolean expected = SecondsFlow.meets(month.intervals, demands);
            assertEquals(expected, month.pools().meet(demands), "seed " + seed);
            met += expected ? 1 : 0;
        }
        assertTrue(met > MONTHS / 10 && met < MONTHS, met + " months met");
    }

    @Test
    void whatIsLeftCanBeAskedForAndNoMore() {
        for (long seed = 0; seed < MONTHS / 10; seed++) {
            RandomMonth month = new RandomMonth(seed);
            List<Demand> demands = new ArrayList<>();
            for (int pool = 1; pool < month.intervals.size(); pool++) {
                demands.add(new Demand(pool, pool));
            }
            if (!month.pools().meet(demands)) {
                continue;
            }
            long left = month.pools().left(demands, 0);
            assertTrue(month.pools().meet(with(demands, left)), "seed " + seed);
            assertFalse(month.pools().meet(with(demands, left + 1)), "seed " + seed);
        }
    }

    private static List<Demand> with(List<Demand> demands, long seconds) {
        List<Demand> all = new ArrayList<>(demands);
        all.add(new Demand(0, seconds));
        return all;
    }

    /** Every choice, one after the other, the best kept. */
    private static final class Everything {
        private final RandomMonth month;
        private final int[] choice;
        private int[] free;
        private int[] any;

        Everything(RandomMonth month) {
            this.month = month;
            this.choice = new int[month.members.size()];
        }

        /** The members of a month that matter to each other are judged together, so apart groups are put together. */
        int[] best() {
            int[] best = new int[choice.length];
            Arrays.fill(best, SetLaws.NOTHING);
            boolean[] done = new boolean[choice.length];
            for (int member = 0; member < choice.length; member++) {
                if (!done[member]) {
                    List<Integer> group = group(member, done);
                    Arrays.fill(choice, SetLaws.NOTHING);
                    free = null;
                    any = null;
                    every(group, 0);
                    int[] found = free != null ? free : any;
                    if (found != null) {
                        group.forEach(one -> best[one] = found[one]);
                    }
                }
            }
            return best;
        }

        private List<Integer> group(int first, boolean[] done) {
            List<Integer> group = new ArrayList<>(List.of(first));
            done[first] = true;
            for (int i = 0; i < group.size(); i++) {
                for (int other = 0; other < choice.length; other++) {
                    if (!done[other] && month.interact(group.get(i), other)) {
                        done[other] = true;
                        group.add(other);
                    }
                }
            }
            group.sort(null);
            return group;
        }

        private void every(List<Integer> group, int at) {
            if (at == group.size()) {
                judge();
                return;
            }
            int member = group.get(at);
            for (int option = 0; option < month.members.get(member).size(); option++) {
                choice[member] = option;
                every(group, at + 1);
            }
            choice[member] = SetLaws.NOTHING;
            every(group, at + 1);
        }

        private void judge() {
            List<Demand> demands = new ArrayList<>();
            boolean empty = true;
            boolean contested = false;
            for (int member = 0; member < choice.length; member++) {
                if (choice[member] == SetLaws.NOTHING) {
                    contested |= month.contests(choice, member);
                } else {
                    empty = false;
                    demands.addAll(month.members.get(member).get(choice[member]).demands());
                    if (!month.stands(choice, member)) {
                        return;
                    }
                }
            }
            if (empty || !SecondsFlow.meets(month.intervals, demands)) {
                return;
            }
            any = better(any);
            free = contested ? free : better(free);
        }

        private int[] better(int[] than) {
            return than == null || compare(choice, than) > 0 ? choice.clone() : than;
        }

        private int compare(int[] one, int[] other) {
            int declared = Long.compare(sum(one, 0), sum(other, 0));
            int billed = Long.compare(sum(one, 1), sum(other, 1));
            int cents = Long.compare(sum(one, 2), sum(other, 2));
            return declared != 0 ? declared : billed != 0 ? billed : cents;
        }

        private long sum(int[] set, int what) {
            long sum = 0;
            for (int member = 0; member < set.length; member++) {
                if (set[member] != SetLaws.NOTHING) {
                    Option option = month.members.get(member).get(set[member]);
                    sum += what == 0 ? option.declared() ? 1 : 0 : what == 1 ? 1 : option.cents();
                }
            }
            return sum;
        }
    }
}
