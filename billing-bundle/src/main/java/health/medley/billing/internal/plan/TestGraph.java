package health.medley.billing.internal.plan;

import java.util.ArrayList;
import java.util.Arrays;
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
        BILLED_CODE,
        CODES_CHANGE_WITH,
        CODES_CHANGE_COUNTING
    }

    /**
     * One test.
     *
     * @param kind what it compares
     * @param slot slot of the fact; -1 for a test of what is billed
     * @param other slot of the other fact, -1 to compare with {@code constant}
     * @param constant the constant, or what is added to the other fact
     * @param set the values of a list
     * @param yes where to go on if it holds
     * @param no where to go on if it does not
     */
    record Step(Kind kind, int slot, int other, long constant, long[] set, int yes, int no) {
        /** Whether two tests compare the same. */
        boolean asksLike(Step test) {
            return kind == test.kind
                    && slot == test.slot
                    && other == test.other
                    && constant == test.constant
                    && Arrays.equals(set, test.set);
        }
    }

    private final List<Step> steps;
    private final Test[] tests;

    TestGraph(List<Step> steps) {
        this.steps = List.copyOf(steps);
        this.tests = steps.stream().map(Test::new).toArray(Test[]::new);
    }

    boolean holds(int entry, FactView facts, long chosen, RulePlan plan) {
        int at = entry;
        while (at >= 0) {
            Test test = tests[at];
            at = test.holds(facts, chosen, plan) ? test.yes : test.no;
        }
        return at == TRUE;
    }

    /**
     * A step made ready to run. Most comparisons become a range of the fact, or of its distance from another fact: one
     * form for all of them, and the value of an absent fact is in no range.
     */
    static final class Test {
        private static final long LEAST = FactView.ABSENT + 1;

        private final Step step;
        private final int slot;
        private final int other;
        private final boolean range;
        private final long offset;
        private final long low;
        private final long high;
        final int yes;
        final int no;

        Test(Step step) {
            this.step = step;
            slot = step.slot();
            other = step.other();
            yes = step.yes();
            no = step.no();
            range = step.kind().compareTo(Kind.ONE_OF) < 0 && step.kind() != Kind.NOT_EQUAL;
            offset = other < 0 ? 0 : step.constant();
            long bound = other < 0 ? step.constant() : 0;
            low = switch (step.kind()) {
                case EQUAL, AT_LEAST -> bound;
                case MORE_THAN -> bound + 1;
                default -> LEAST;
            };
            high = switch (step.kind()) {
                case EQUAL, AT_MOST -> bound;
                case BELOW -> bound - 1;
                default -> Long.MAX_VALUE;
            };
        }

        boolean holds(FactView facts, long chosen, @Nullable RulePlan plan) {
            return range ? inRange(facts) : isOtherwise(facts, chosen, plan);
        }

        private boolean inRange(FactView facts) {
            long value = facts.value(slot);
            if (other >= 0) {
                long with = facts.value(other);
                if (value == FactView.ABSENT || with == FactView.ABSENT) {
                    return false;
                }
                value -= with + offset;
            }
            return value >= low && value <= high;
        }

        private boolean isOtherwise(FactView facts, long chosen, @Nullable RulePlan plan) {
            return switch (step.kind()) {
                case BILLED_ANY -> PlanDecision.family(chosen) != PlanDecision.NO_FAMILY;
                case BILLED_CODE -> billed(chosen);
                case BILLED -> PlanDecision.family(chosen) == (int) step.constant();
                case CODES_CHANGE_WITH -> plan != null && plan.changesWith(facts, chosen, slot, other);
                case CODES_CHANGE_COUNTING -> plan != null && plan.changesCounting(facts, chosen, slot, other);
                case NOT_EQUAL -> differs(facts);
                default -> listed(facts.value(slot));
            };
        }

        private boolean billed(long chosen) {
            int addOn = (int) (step.constant() % ServiceCodes.FAMILY) - 1;
            return PlanDecision.family(chosen) == (int) (step.constant() / ServiceCodes.FAMILY)
                    && (addOn < 0 || PlanDecision.addOnUnits(chosen, addOn) > 0);
        }

        private boolean differs(FactView facts) {
            long value = facts.value(slot);
            long with = other < 0 ? 0 : facts.value(other);
            return value != FactView.ABSENT && with != FactView.ABSENT && value != with + step.constant();
        }

        private boolean listed(long value) {
            return value != FactView.ABSENT && contains(step.set(), value) == (step.kind() == Kind.ONE_OF);
        }
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
        return places(entry).stream().map(steps::get).toList();
    }

    /** The places of the tests that can be reached from {@code entry}, in the order of the rule's text. */
    List<Integer> places(int entry) {
        boolean[] seen = new boolean[tests.length];
        List<Integer> found = new ArrayList<>();
        if (entry >= 0) {
            seen[entry] = true;
        }
        // a test is compiled after those it goes on to, so one walk down from the entry meets every one
        for (int at = entry; at >= 0; at--) {
            if (seen[at]) {
                found.add(at);
                mark(tests[at].yes, seen);
                mark(tests[at].no, seen);
            }
        }
        return found;
    }

    Step step(int place) {
        return steps.get(place);
    }

    private static void mark(int at, boolean[] seen) {
        if (at >= 0) {
            seen[at] = true;
        }
    }

    /** Whether one comparison holds by itself; tests about what is billed do not. */
    boolean holdsAlone(int place, FactView facts) {
        return steps.get(place).kind().compareTo(Kind.BILLED) < 0
                && tests[place].holds(facts, PlanDecision.noLines(), null);
    }

    /** Whether one test holds, also one of what is billed. */
    boolean passes(int place, FactView facts, long chosen) {
        return tests[place].holds(facts, chosen, null);
    }

    int size() {
        return tests.length;
    }
}
