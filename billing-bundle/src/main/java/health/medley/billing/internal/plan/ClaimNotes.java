package health.medley.billing.internal.plan;

import java.util.List;

/** Find what is said of a claim beside what decides it. Allocates nothing when asked. Immutable. */
final class ClaimNotes {
    private final Check[] notes;
    private final int firstOnBill;

    /** Hold the checks of a plan that decide nothing, in the order of their reasons. */
    ClaimNotes(List<Check> checks) {
        this.notes = checks.stream().filter(check -> !check.decisive()).toArray(Check[]::new);
        this.firstOnBill = checks.stream()
                .filter(check -> !check.decisive() && check.stage().equals("billed"))
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
        for (Check note : notes) {
            if (note.order() >= end) {
                return otherwise;
            }
            if (plan.fires(note, facts, lines)) {
                return note.order();
            }
        }
        return otherwise;
    }
}
