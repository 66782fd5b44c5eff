package health.medley.billing.internal.plan;

import java.util.List;

/** Say why a family is not billed. Allocates nothing when asked. Immutable. */
final class FamilyReasons {
    private static final long[] NO_TRACK = {0};

    private final RulePlan plan;
    private final FamilyChoice choice;
    private final Family[] families;
    private final CodeRule[] bases;
    private final Check[][] needs;
    private final boolean highestAmount;
    private final List<PlanParts.Uncounted> uncounted;

    FamilyReasons(RulePlan plan, FamilyChoice choice, PlanParts parts) {
        this.plan = plan;
        this.choice = choice;
        this.families = parts.families().toArray(Family[]::new);
        this.bases = new CodeRule[families.length];
        this.needs = new Check[families.length][];
        for (int i = 0; i < families.length; i++) {
            bases[i] = families[i].base();
            needs[i] = families[i].needs().toArray(Check[]::new);
        }
        this.highestAmount = parts.highestAmount();
        this.uncounted = parts.uncounted();
    }

    /** Place of the reason for which nothing is billed. */
    int floorReason(FactView facts) {
        long[] row = highestAmount ? NO_TRACK : choice.trackRow(facts);
        if (row.length < 2) {
            return highestAmount ? lowestFloor() : PlanDecision.NO_REASON;
        }
        int last = (int) row[row.length - 1];
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
        return Math.min(base.below(), needReason(last, facts));
    }

    private int lowestFloor() {
        int lowest = PlanDecision.NO_REASON;
        for (Family family : families) {
            lowest = Math.min(lowest, family.base().below());
        }
        return lowest;
    }

    /** Place of the first reason for which a family is not billed. */
    public int failReason(int family, FactView facts) {
        CodeRule base = bases[family];
        int reason = needReason(family, facts);
        if (base.timeSlot() >= 0 && choice.time(base, facts) < base.floor()) {
            reason = Math.min(reason, base.fallsAs());
        }
        return reason;
    }

    private int needReason(int family, FactView facts) {
        int reason = PlanDecision.NO_REASON;
        for (Check need : needs[family]) {
            if (plan.fires(need, facts, PlanDecision.noLines())) {
                reason = Math.min(reason, need.order());
            }
        }
        return reason;
    }

    /** Place of the first reason for which a family tried before the billed one is not billed. */
    int fallBackReason(FactView facts, long lines) {
        if (highestAmount) {
            return PlanDecision.NO_REASON;
        }
        long[] row = choice.trackRow(facts);
        int reason = PlanDecision.NO_REASON;
        for (int i = 1; i < row.length && row[i] != PlanDecision.family(lines); i++) {
            reason = Math.min(reason, failReason((int) row[i], facts));
        }
        return reason;
    }
}
