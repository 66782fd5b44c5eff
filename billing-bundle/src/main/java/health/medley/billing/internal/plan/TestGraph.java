package health.medley.billing.internal.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Hold the conditions of a plan as a graph of tests over numbers: each test goes on to one test or another, or ends in
 * {@link #TRUE} or {@link #FALSE}. There are no loops, so evaluating ends after at most as many steps as there are
 * tests. Nothing is allocated. Immutable once built.
 */
final class TestGraph {
    static final int TRUE = -1;
    static final int FALSE = -2;

    /** What a test compares. */
    enum Kind {
        GIVEN,
        EQUAL,
        NOT_EQUAL,
        AT_LEAST,
        MORE_THAN,
        AT_MOST,
        BELOW,
        ONE_OF,
        NONE_OF,
        BILLED,
        BILLED_ANY,
        CODES_CHANGE_WITH,
        CODES_CHANGE_COUNTING
    }

    /**
     * One test.
     *
     * @param kind what it compares
     * @param slot slot of the fact
     * @param other slot of the other fact, -1 to compare with {@code constant}
     * @param constant the constant, or what is added to the other fact
     * @param set the values of a list
     * @param yes where to go on if it holds
     * @param no where to go on if it does not
     */
    record Step(Kind kind, int slot, int other, long constant, long[] set, int yes, int no) {}

    private final Kind[] kinds;
    private final int[] slots;
    private final int[] others;
    private final long[] constants;
    private final long[][] sets;
    private final int[] yes;
    private final int[] no;
    private final List<Step> steps;

    TestGraph(List<Step> steps) {
        this.steps = List.copyOf(steps);
        int size = steps.size();
        kinds = new Kind[size];
        slots = new int[size];
        others = new int[size];
        constants = new long[size];
        sets = new long[size][];
        yes = new int[size];
        no = new int[size];
        for (int i = 0; i < size; i++) {
            Step step = steps.get(i);
            kinds[i] = step.kind();
            slots[i] = step.slot();
            others[i] = step.other();
            constants[i] = step.constant();
            sets[i] = step.set();
            yes[i] = step.yes();
            no[i] = step.no();
        }
    }

    boolean holds(int entry, FactView facts, long chosen, RulePlan plan) {
        int at = entry;
        while (at >= 0) {
            at = step(at, facts, chosen, plan) ? yes[at] : no[at];
        }
        return at == TRUE;
    }

    private boolean step(int at, FactView facts, long chosen, RulePlan plan) {
        Kind kind = kinds[at];
        switch (kind) {
            case BILLED_ANY:
                return PlanDecision.family(chosen) != PlanDecision.NO_FAMILY;
            case BILLED:
                return PlanDecision.family(chosen) == (int) constants[at];
            case CODES_CHANGE_WITH:
                return plan.changesWith(facts, chosen, slots[at], others[at]);
            case CODES_CHANGE_COUNTING:
                return plan.changesCounting(facts, chosen, slots[at], others[at]);
            default:
                return compare(at, kind, facts);
        }
    }

    private boolean compare(int at, Kind kind, FactView facts) {
        long value = facts.value(slots[at]);
        if (kind == Kind.GIVEN) {
            return value != FactView.ABSENT;
        }
        if (value == FactView.ABSENT) {
            return false;
        }
        if (kind == Kind.ONE_OF || kind == Kind.NONE_OF) {
            return contains(sets[at], value) == (kind == Kind.ONE_OF);
        }
        long with = constants[at];
        if (others[at] >= 0) {
            long other = facts.value(others[at]);
            if (other == FactView.ABSENT) {
                return false;
            }
            with += other;
        }
        return switch (kind) {
            case EQUAL -> value == with;
            case NOT_EQUAL -> value != with;
            case AT_LEAST -> value >= with;
            case MORE_THAN -> value > with;
            case AT_MOST -> value <= with;
            default -> value < with;
        };
    }

    private static boolean contains(long[] set, long value) {
        for (long one : set) {
            if (one == value) {
                return true;
            }
        }
        return false;
    }

    /** The tests that can be reached from {@code entry}, in the order of the rule's text. */
    List<Step> reachable(int entry) {
        boolean[] seen = new boolean[kinds.length];
        mark(entry, seen);
        List<Step> found = new ArrayList<>();
        // conditions are compiled from the last to the first, so later steps stand earlier in the text
        for (int i = seen.length - 1; i >= 0; i--) {
            if (seen[i]) {
                found.add(steps.get(i));
            }
        }
        return found;
    }

    private void mark(int at, boolean[] seen) {
        if (at >= 0 && !seen[at]) {
            seen[at] = true;
            mark(yes[at], seen);
            mark(no[at], seen);
        }
    }

    /** Whether one comparison holds by itself; tests about what is billed do not. */
    boolean holdsAlone(Step step, FactView facts) {
        return step.kind().ordinal() < Kind.BILLED.ordinal() && compare(steps.indexOf(step), step.kind(), facts);
    }

    int size() {
        return kinds.length;
    }
}
