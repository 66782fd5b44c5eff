package health.medley.billing.internal.plan;

import java.util.List;

/** Find what is said of a claim beside what decides it. Allocates nothing when asked. Immutable. */
final class ClaimNotes {
    private final int[] orders;
    private final CheckChain chain;
    private final int firstOnBill;

    /** Hold the checks of a plan that decide nothing, in the order of their reasons. */
    ClaimNotes(PlanParts parts) {
        List<Check> notes =
                parts.checks().stream().filter(check -> !check.decisive()).toList();
        this.orders = notes.stream().mapToInt(Check::order).toArray();
        this.chain = new CheckChain(parts.graph(), notes);
        this.firstOnBill = notes.stream()
                .filter(check -> check.stage().equals("billed"))
                .mapToInt(Check::order)
                .min()
                .orElse(PlanDecision.NO_REASON);
    }

    /** Place of the first of a reason and of the notes that fire before it. */
    int first(RulePlan plan, FactView facts, long lines, int reason) {
        return before(reason, plan, facts, lines, reason);
    }

    /** The same for a HOLD: its cause goes before all that is said only of a claim that goes. */
    int firstOfHold(RulePlan plan, FactView facts, long lines, int cause) {
        return before(Math.min(cause, firstOnBill), plan, facts, lines, cause);
    }

    private int before(int end, RulePlan plan, FactView facts, long lines, int otherwise) {
        if (orders.length == 0 || orders[0] >= end) {
            return otherwise;
        }
        int first = chain.first(facts, lines, plan);
        return first != CheckChain.NONE && orders[first] < end ? orders[first] : otherwise;
    }
}
