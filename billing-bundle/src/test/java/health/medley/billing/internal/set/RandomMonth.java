package health.medley.billing.internal.set;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A random month: members with options, intervals of time that overlap, and laws that need not make sense. */
final class RandomMonth implements SetLaws {
    final List<List<Option>> members = new ArrayList<>();
    final List<List<long[]>> intervals = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();
    private final int[] needs;
    private final Set<String> beats = new HashSet<>();

    RandomMonth(long seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(5);
        needs = new int[count];
        for (int member = 0; member < count; member++) {
            intervals.add(intervals(random));
            members.add(options(random, member));
            needs[member] = random.nextInt(6) == 0 ? random.nextInt(count) : NOTHING;
        }
        for (int one = 0; one < count; one++) {
            for (int other = 0; other < count; other++) {
                laws(random, one, other);
            }
        }
    }

    private static List<long[]> intervals(Random random) {
        List<long[]> found = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            long from = random.nextInt(12);
            found.add(new long[] {from, from + 1 + random.nextInt(6)});
        }
        return found;
    }

    private static List<Option> options(Random random, int pool) {
        List<Option> found = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Demand> demands =
                    random.nextInt(4) == 0 ? List.of() : List.of(new Demand(pool, 1 + random.nextInt(7)));
            found.add(new Option(random.nextBoolean(), random.nextInt(4), demands));
        }
        return found;
    }

    private void laws(Random random, int one, int other) {
        if (one == other) {
            return;
        }
        for (int a = 0; a < members.get(one).size(); a++) {
            for (int b = 0; b < members.get(other).size(); b++) {
                if (random.nextInt(5) == 0) {
                    refused.add(one + " " + a + " " + other + " " + b);
                }
            }
        }
        if (random.nextInt(7) == 0) {
            beats.add(one + " " + other);
        }
    }

    TimePools pools() {
        return TimePools.ofIntervals(intervals);
    }

    /** A member stands if none it bills beside is refused by it, and what it needs, if anything, is billed. */
    @Override
    public boolean stands(int[] choice, int member) {
        if (needs[member] != NOTHING && choice[needs[member]] == NOTHING) {
            return false;
        }
        for (int other = 0; other < choice.length; other++) {
            if (choice[other] != NOTHING
                    && refused.contains(member + " " + choice[member] + " " + other + " " + choice[other])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean contests(int[] choice, int outsider) {
        for (int other = 0; other < choice.length; other++) {
            if (choice[other] != NOTHING && beats.contains(outsider + " " + other)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean exclude(int one, int option, int other, int otherOption) {
        return refused.contains(one + " " + option + " " + other + " " + otherOption)
                || refused.contains(other + " " + otherOption + " " + one + " " + option);
    }

    @Override
    public boolean interact(int one, int other) {
        return needs[one] == other
                || needs[other] == one
                || beats.contains(one + " " + other)
                || beats.contains(other + " " + one)
                || refused.stream().anyMatch(pair -> isOf(pair, one, other) || isOf(pair, other, one))
                || overlap(intervals.get(one), intervals.get(other));
    }

    private static boolean isOf(String pair, int one, int other) {
        String[] parts = pair.split(" ");
        return parts[0].equals(one + "") && parts[2].equals(other + "");
    }

    private static boolean overlap(List<long[]> one, List<long[]> other) {
        return one.stream().anyMatch(a -> other.stream().anyMatch(b -> a[0] < b[1] && b[0] < a[1]));
    }
}
