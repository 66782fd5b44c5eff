package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.Check.Effect;
import health.medley.billing.internal.plan.TestGraph.Kind;
import health.medley.billing.internal.plan.TestGraph.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Say which checks fire whatever other codes come beside those the facts have: what is then refused stays refused. Of a
 * test that further codes may change, both ways are followed.
 */
public final class CertainChecks {
    private static final int UNKNOWN = 2;
    private static final Set<String> MAY_BE_SAID = Set.of("same_dos", "base_billed");

    private final RulePlan plan;
    private final FactView facts;
    private final long lines;

    /** Look at the facts of a month and what would be billed. */
    public CertainChecks(RulePlan plan, FactView facts, long lines) {
        this.plan = plan;
        this.facts = facts;
        this.lines = lines;
    }

    /** Whether nothing is billed, whatever codes come beside. */
    public boolean nothingIsBilled() {
        for (Check check : plan.parts().checks()) {
            int fires = fires(check, PlanDecision.noLines());
            if (check.effect() == Effect.HOLD && fires != 0) {
                // a person would decide before a later check is asked
                return false;
            }
            if (check.effect() == Effect.NO_BILL && fires == 1) {
                return true;
            }
        }
        return false;
    }

    /** The checks that refuse codes of other services, whatever codes come beside. */
    public List<Check> refusals() {
        List<Check> certain = new ArrayList<>();
        for (Check check : plan.parts().checks()) {
            boolean refuses = check.other().filter(Check.OtherCodes::refused).isPresent();
            if (refuses && fires(check, lines) == 1) {
                certain.add(check);
            }
        }
        return certain;
    }

    /** 1 if a check certainly fires, 0 if it certainly does not. */
    private int fires(Check check, long billed) {
        int holds = holds(check.entry(), billed);
        return holds == UNKNOWN ? UNKNOWN : (holds == 1) == check.firesWhen() ? 1 : 0;
    }

    private int holds(int at, long billed) {
        if (at < 0) {
            return at == TestGraph.TRUE ? 1 : 0;
        }
        Step step = plan.graph().step(at);
        if (!known(step)) {
            int yes = holds(step.yes(), billed);
            return yes == holds(step.no(), billed) ? yes : UNKNOWN;
        }
        return holds(plan.graph().passes(at, facts, billed) ? step.yes() : step.no(), billed);
    }

    private boolean known(Step step) {
        boolean changing = step.kind() == Kind.CODES_CHANGE_WITH || step.kind() == Kind.CODES_CHANGE_COUNTING;
        return !changing && known(step.slot()) && known(step.other());
    }

    /** A group's code that is there stays; one that is not may come. */
    private boolean known(int slot) {
        if (slot < 0) {
            return true;
        }
        String name = plan.slots().get(slot);
        long value = facts.value(slot);
        return name.contains("@") ? value == 1 : value != FactView.ABSENT || !MAY_BE_SAID.contains(name);
    }
}
