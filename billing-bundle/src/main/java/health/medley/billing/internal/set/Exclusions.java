package health.medley.billing.internal.set;

import java.util.ArrayList;
import java.util.List;

/**
 * Know which options of a group's members no lawful set has together, and how much a choice can still be worth: of
 * members that all exclude each other one can be billed.
 */
final class Exclusions {
    private final List<List<Option>> members;
    private final int[] group;
    private final boolean[][][][] excluded;
    private final boolean[][] rivals;

    Exclusions(List<List<Option>> members, SetLaws laws, int[] group) {
        this.members = members;
        this.group = group;
        this.excluded = new boolean[group.length][group.length][][];
        this.rivals = new boolean[group.length][group.length];
        for (int one = 0; one < group.length; one++) {
            for (int other = 0; other < one; other++) {
                excluded[one][other] = excluded(laws, group[one], group[other]);
                rivals[one][other] = all(excluded[one][other]);
            }
        }
    }

    private boolean[][] excluded(SetLaws laws, int one, int other) {
        boolean[][] found =
                new boolean[members.get(one).size()][members.get(other).size()];
        for (int option = 0; option < found.length; option++) {
            for (int beside = 0; beside < found[option].length; beside++) {
                found[option][beside] = laws.exclude(one, option, other, beside);
            }
        }
        return found;
    }

    private static boolean all(boolean[][] excluded) {
        for (boolean[] row : excluded) {
            for (boolean one : row) {
                if (!one) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether an option of the member at a place may stand beside those chosen before it. */
    boolean allow(int[] choice, int place, int option) {
        return allow(choice, place, place, option);
    }

    private boolean allow(int[] choice, int place, int member, int option) {
        for (int before = 0; before < place; before++) {
            int chosen = choice[group[before]];
            if (chosen != SetLaws.NOTHING && excluded[member][before][option][chosen]) {
                return false;
            }
        }
        return true;
    }

    /** As much as the members from a place on can add to a choice, or more. */
    Worth most(int[] choice, int place) {
        Worth sum = Worth.NOTHING;
        boolean[] counted = new boolean[group.length];
        for (int first = place; first < group.length; first++) {
            if (!counted[first]) {
                List<Integer> clique = new ArrayList<>(List.of(first));
                Worth most = most(choice, place, first);
                for (int next = first + 1; next < group.length; next++) {
                    int rival = next;
                    if (!counted[next] && clique.stream().allMatch(one -> rivals[rival][one])) {
                        counted[next] = true;
                        clique.add(next);
                        most = most.max(most(choice, place, next));
                    }
                }
                sum = sum.plus(most);
            }
        }
        return sum;
    }

    private Worth most(int[] choice, int place, int member) {
        Worth most = Worth.NOTHING;
        List<Option> options = members.get(group[member]);
        for (int option = 0; option < options.size(); option++) {
            if (allow(choice, place, member, option)) {
                most = most.max(Worth.NOTHING.plus(options.get(option)));
            }
        }
        return most;
    }
}
