package health.medley.billing.internal.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    private static final int GIVEN = Kind.GIVEN.ordinal();
    private static final int FIRST_OF_SETS = Kind.ONE_OF.ordinal();
    private static final int FIRST_ABOUT_CODES = Kind.BILLED.ordinal();
    private static final int LESS = 1;
    private static final int SAME = 2;
    private static final int MORE = 4;
    private static final int COMPARISONS = SAME << 3 * Kind.EQUAL.ordinal()
            | (LESS | MORE) << 3 * Kind.NOT_EQUAL.ordinal()
            | (SAME | MORE) << 3 * Kind.AT_LEAST.ordinal()
            | MORE << 3 * Kind.MORE_THAN.ordinal()
            | (LESS | SAME) << 3 * Kind.AT_MOST.ordinal()
            | LESS << 3 * Kind.BELOW.ordinal();

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

    private final int[] kinds;
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
        kinds = new int[size];
        slots = new int[size];
        others = new int[size];
        constants = new long[size];
        sets = new long[size][];
        yes = new int[size];
        no = new int[size];
        for (int i = 0; i < size; i++) {
            Step step = steps.get(i);
            kinds[i] = step.kind().ordinal();
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

    private boolean step(int at, FactView facts, long chosen, @Nullable RulePlan plan) {
        int kind = kinds[at];
        if (kind >= FIRST_ABOUT_CODES) {
            return aboutCodes(at, kind, facts, chosen, plan);
        }
        long value = facts.value(slots[at]);
        if (kind == GIVEN) {
            return value != FactView.ABSENT;
        }
        if (value == FactView.ABSENT) {
            return false;
        }
        if (kind >= FIRST_OF_SETS) {
            return contains(sets[at], value) == (kind == FIRST_OF_SETS);
        }
        long with = constants[at];
        int other = others[at];
        if (other >= 0) {
            long added = facts.value(other);
            if (added == FactView.ABSENT) {
                return false;
            }
            with += added;
        }
        return compare(kind, value, with);
    }

    /** The kinds of comparison in the order of {@link Kind}, as bits: less, equal, greater. */
    private static boolean compare(int kind, long value, long with) {
        int found = value < with ? LESS : value == with ? SAME : MORE;
        return (COMPARISONS >>> 3 * kind & found) != 0;
    }

    private boolean aboutCodes(int at, int kind, FactView facts, long chosen, @Nullable RulePlan plan) {
        if (kind == Kind.BILLED_ANY.ordinal()) {
            return PlanDecision.family(chosen) != PlanDecision.NO_FAMILY;
        }
        if (kind == Kind.BILLED.ordinal()) {
            return PlanDecision.family(chosen) == (int) constants[at];
        }
        if (plan == null) {
            return false;
        }
        return kind == Kind.CODES_CHANGE_WITH.ordinal()
                ? plan.changesWith(facts, chosen, slots[at], others[at])
                : plan.changesCounting(facts, chosen, slots[at], others[at]);
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
        List<Step> found = new ArrayList<>();
        if (entry >= 0) {
            seen[entry] = true;
        }
        // a test is compiled after those it goes on to, so one walk down from the entry meets every one
        for (int at = entry; at >= 0; at--) {
            if (seen[at]) {
                found.add(steps.get(at));
                mark(yes[at], seen);
                mark(no[at], seen);
            }
        }
        return found;
    }

    private static void mark(int at, boolean[] seen) {
        if (at >= 0) {
            seen[at] = true;
        }
    }

    /** Whether one comparison holds by itself; tests about what is billed do not. */
    boolean holdsAlone(Step step, FactView facts) {
        return step.kind().ordinal() < FIRST_ABOUT_CODES
                && step(steps.indexOf(step), facts, PlanDecision.noLines(), null);
    }

    int size() {
        return kinds.length;
    }
}
