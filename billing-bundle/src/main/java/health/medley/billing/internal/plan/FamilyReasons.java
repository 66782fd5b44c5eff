package health.medley.billing.internal.plan;

import java.util.List;

/** Say why a family is not billed. Allocates nothing when asked. Immutable. */
final class FamilyReasons {
    private final RulePlan plan;
    private final FamilyChoice choice;
    private final FamilyNeeds needs;
    private final CodeRule[] bases;
    private final int notValid;
    private final boolean highestAmount;
    private final List<PlanParts.Uncounted> uncounted;

    FamilyReasons(RulePlan plan, FamilyChoice choice, FamilyNeeds needs, PlanParts parts) {
        this.plan = plan;
        this.choice = choice;
        this.needs = needs;
        this.bases = parts.families().stream().map(Family::base).toArray(CodeRule[]::new);
        this.notValid = parts.requests().notValid();
        this.highestAmount = parts.highestAmount();
        this.uncounted = parts.uncounted();
    }

    /** Place of the reason for which nothing is billed. */
    int floorReason(FactView facts) {
        if (highestAmount) {
            return lowestFloor(facts);
        }
        long[] row = choice.trackRow(facts);
        if (row.length < 2) {
            return PlanDecision.NO_REASON;
        }
        int last = lastValid(row, facts);
        if (last == PlanDecision.NO_FAMILY) {
            return notValid;
        }
        CodeRule base = bases[last];
        long time = choice.time(base, facts);
        if (base.timeSlot() < 0 || time >= base.floor()) {
            return failReason(last, facts);
        }
        for (int i = 0; i < uncounted.size(); i++) {
            PlanParts.Uncounted one = uncounted.get(i);
            long seconds = facts.value(one.slot());
            if (seconds != FactView.ABSENT
                    && time + seconds >= base.floor()
                    && plan.fires(one.check(), facts, PlanDecision.noLines())) {
                return one.check().order();
            }
        }
        return Math.min(base.below(), needs.unmet(last, facts));
    }

    /** The last family a track tries of those whose base is valid on the date of service. */
    private int lastValid(long[] row, FactView facts) {
        for (int i = row.length - 1; i > 0; i--) {
            if (needs.valid((int) row[i], facts)) {
                return (int) row[i];
            }
        }
        return PlanDecision.NO_FAMILY;
    }

    private int lowestFloor(FactView facts) {
        int lowest = PlanDecision.NO_REASON;
        boolean any = false;
        for (int family = 0; family < bases.length; family++) {
            if (needs.valid(family, facts)) {
                any = true;
                lowest = Math.min(lowest, bases[family].below());
            }
        }
        return any ? lowest : notValid;
    }

    /** Place of the first reason for which a family is not billed. */
    public int failReason(int family, FactView facts) {
        if (!needs.valid(family, facts)) {
            return notValid;
        }
        CodeRule base = bases[family];
        int reason = needs.unmet(family, facts);
        if (base.timeSlot() >= 0 && choice.time(base, facts) < base.floor()) {
            reason = Math.min(reason, base.fallsAs());
        }
        return reason;
    }

    /**
     * Place of the first reason for which a family tried before the billed one, or an add-on, is not billed. A family
     * that is not valid on the date gives none: the billed one is there in its stead.
     */
    int fallBackReason(FactView facts, long lines) {
        int billed = PlanDecision.family(lines);
        int reason = choice.unmetOfAddOns(billed, facts);
        if (highestAmount) {
            return reason;
        }
        long[] row = choice.trackRow(facts);
        for (int i = 1; i < row.length && row[i] != billed; i++) {
            if (needs.valid((int) row[i], facts)) {
                reason = Math.min(reason, failReason((int) row[i], facts));
            }
        }
        return reason;
    }
}
