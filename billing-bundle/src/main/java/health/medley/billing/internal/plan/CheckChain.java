package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.TestGraph.Step;
import health.medley.billing.internal.plan.TestGraph.Test;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Put checks one behind the other, so that one walk over their tests finds the first that fires. Immutable. */
final class CheckChain {
    /** No check fires. */
    static final int NONE = -1;

    private static final int FIRED = -2;

    private final Test[] tests;
    private final int entry;

    /**
     * Chain checks.
     *
     * @param graph the tests of the checks
     * @param checks the checks, in the order in which they are asked
     */
    CheckChain(TestGraph graph, List<Check> checks) {
        List<Step> steps = new ArrayList<>();
        int next = NONE;
        for (int place = checks.size() - 1; place >= 0; place--) {
            next = append(graph, checks.get(place), steps, next, FIRED - place);
        }
        tests = steps.stream().map(Test::new).toArray(Test[]::new);
        entry = next;
    }

    /** Append a copy of a check's tests that go on to {@code silent} or end in {@code fires}; returns the first. */
    private static int append(TestGraph graph, Check check, List<Step> steps, int silent, int fires) {
        Map<Integer, Integer> moved = new HashMap<>();
        moved.put(TestGraph.TRUE, check.firesWhen() ? fires : silent);
        moved.put(TestGraph.FALSE, check.firesWhen() ? silent : fires);
        List<Integer> own = graph.places(check.entry());
        // a test is compiled after those it goes on to, so from the back each finds those already moved
        for (int i = own.size() - 1; i >= 0; i--) {
            Step step = graph.step(own.get(i));
            moved.put(own.get(i), steps.size());
            int yes = Objects.requireNonNull(moved.get(step.yes()));
            int no = Objects.requireNonNull(moved.get(step.no()));
            steps.add(new Step(
                    step.kind(),
                    step.slot(),
                    step.other(),
                    step.constant(),
                    step.set(),
                    onward(steps, step, yes, true),
                    onward(steps, step, no, false)));
        }
        return Objects.requireNonNull(moved.get(check.entry()));
    }

    /** Where to go on after a test: one that asks the same again is stepped over, its answer is known. */
    private static int onward(List<Step> steps, Step test, int to, boolean held) {
        int at = to;
        while (at >= 0 && steps.get(at).asksLike(test)) {
            at = held ? steps.get(at).yes() : steps.get(at).no();
        }
        return at;
    }

    /** Place of the first check that fires, given the lines chosen; {@link #NONE} if none does. */
    int first(FactView facts, long lines, RulePlan plan) {
        int at = entry;
        while (at >= 0) {
            Test test = tests[at];
            at = test.holds(facts, lines, plan) ? test.yes : test.no;
        }
        return at == NONE ? NONE : FIRED - at;
    }
}
