package health.medley.billing.internal.set;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Find the best lawful set: what each member bills, so that every member that bills may, beside all the others, and no
 * second counts twice. Exact: branch and bound over every choice; nothing is passed over that could be better.
 *
 * <p>A set is better that bills more members by the family their track declares, then more members, then more money,
 * then the earlier members and their earlier options. Sets that a member outside contests are taken only where every
 * other lawful set is empty. Members that cannot matter to each other are searched apart.
 */
public final class SetSearch {
    private static final int MOST_STEPS = 4_000_000;

    private final List<List<Option>> members;
    private final TimePools pools;
    private final SetLaws laws;
    private final int[] choice;
    private int steps;
    private boolean contested;

    /** Search among members' options; a member's options are in the order in which it prefers them. */
    public SetSearch(List<List<Option>> members, TimePools pools, SetLaws laws) {
        this.members = List.copyOf(members);
        this.pools = pools;
        this.laws = laws;
        this.choice = new int[members.size()];
        Arrays.fill(choice, SetLaws.NOTHING);
    }

    /**
     * Search.
     *
     * @throws MedleyException {@code RULES_EXHAUSTED} if it takes too many steps
     */
    public BestSet best() {
        int[] found = choice.clone();
        for (int[] group : groups()) {
            int[] best = new Group(group).best();
            for (int i = 0; i < group.length; i++) {
                found[group[i]] = best[i];
            }
        }
        return new BestSet(found, contested);
    }

    /** Members apart from each other, in their order. */
    private List<int[]> groups() {
        int[] root = new int[members.size()];
        for (int one = 0; one < root.length; one++) {
            root[one] = one;
            for (int other = 0; other < one; other++) {
                if (root[other] != root[one] && laws.interact(other, one)) {
                    join(root, root[one], root[other]);
                }
            }
        }
        List<int[]> groups = new ArrayList<>();
        for (int first = 0; first < root.length; first++) {
            int group = root[first];
            int[] found = IntStream.range(0, root.length)
                    .filter(member -> root[member] == group)
                    .toArray();
            if (found[0] == first) {
                groups.add(found);
            }
        }
        return groups;
    }

    private static void join(int[] root, int from, int to) {
        for (int i = 0; i < root.length; i++) {
            root[i] = root[i] == from ? to : root[i];
        }
    }

    /** The search in one group of members. */
    private final class Group {
        private final int[] group;
        private final Exclusions exclusions;
        private final List<Demand> demands = new ArrayList<>();
        private @Nullable Worth free;
        private @Nullable Worth any;
        private int[] best;
        private int[] lawful;

        Group(int[] group) {
            this.group = group;
            this.exclusions = new Exclusions(members, laws, group);
            this.best = new int[group.length];
            this.lawful = best;
            Arrays.fill(best, SetLaws.NOTHING);
        }

        int[] best() {
            take(0, Worth.NOTHING);
            if (free == null && any != null) {
                contested = true;
                return lawful;
            }
            return best;
        }

        private void take(int at, Worth worth) {
            if (++steps > MOST_STEPS) {
                throw new MedleyException(
                        ErrorCode.RULES_EXHAUSTED,
                        "Choosing among " + members.size() + " services of a month: more than " + MOST_STEPS
                                + " sets were tried. Let the rules of the programs exclude each other less.");
            }
            if (free != null && worth.plus(exclusions.most(choice, at)).compareTo(free) <= 0) {
                return;
            }
            if (at == group.length) {
                judge(worth);
                return;
            }
            List<Option> options = members.get(group[at]);
            for (int option = 0; option < options.size(); option++) {
                int before = demands.size();
                demands.addAll(options.get(option).demands());
                boolean fits = before == demands.size() || pools.meet(demands);
                if (fits && exclusions.allow(choice, at, option)) {
                    choice[group[at]] = option;
                    take(at + 1, worth.plus(options.get(option)));
                }
                demands.subList(before, demands.size()).clear();
            }
            choice[group[at]] = SetLaws.NOTHING;
            take(at + 1, worth);
        }

        private void judge(Worth worth) {
            boolean better = any == null || worth.compareTo(any) > 0;
            if (worth.billed() == 0 || !allStand()) {
                return;
            }
            if (better) {
                any = worth;
                lawful = chosen();
            }
            if (!isContested()) {
                free = worth;
                best = chosen();
            }
        }

        private int[] chosen() {
            return Arrays.stream(group).map(member -> choice[member]).toArray();
        }

        private boolean allStand() {
            for (int member : group) {
                if (choice[member] != SetLaws.NOTHING && !laws.stands(choice, member)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isContested() {
            for (int member : group) {
                if (choice[member] == SetLaws.NOTHING && laws.contests(choice, member)) {
                    return true;
                }
            }
            return false;
        }
    }
}
