package health.medley.billing.internal.plan;

import java.util.List;

/** Say whether a family's codes are valid on the date of service and have what they need. Immutable. */
final class FamilyNeeds {
    private final RulePlan plan;
    private final CodeRule[] bases;
    private final Check[][] needs;
    private final CodeRule[][] addOns;
    private final Check[][][] needsOfAddOns;
    private final boolean[] dated;
    private final int date;

    FamilyNeeds(RulePlan plan, PlanParts parts) {
        this.plan = plan;
        List<Family> families = parts.families();
        this.bases = families.stream().map(Family::base).toArray(CodeRule[]::new);
        this.needs = families.stream().map(family -> array(family.needs())).toArray(Check[][]::new);
        this.addOns = families.stream()
                .map(family -> family.addOns().toArray(CodeRule[]::new))
                .toArray(CodeRule[][]::new);
        this.needsOfAddOns = families.stream()
                .map(family ->
                        family.addOnNeeds().stream().map(FamilyNeeds::array).toArray(Check[][]::new))
                .toArray(Check[][][]::new);
        this.dated = new boolean[families.size()];
        parts.datedFamilies().forEach(family -> dated[family] = true);
        this.date = parts.slots().ofMechanism("date_of_service");
    }

    private static Check[] array(List<Check> checks) {
        return checks.toArray(Check[]::new);
    }

    /** Whether the base of a family is valid on the date of service. */
    boolean valid(int family, FactView facts) {
        return !dated[family] || validOnDate(bases[family], facts);
    }

    /** Whether an add-on of a family is valid on the date of service. */
    boolean valid(int family, int addOn, FactView facts) {
        return !dated[family] || validOnDate(addOns[family][addOn], facts);
    }

    /** Whether an add-on of a family has what it needs beside time. */
    boolean met(int family, int addOn, FactView facts) {
        return met(needsOfAddOns[family][addOn], facts);
    }

    /** Whether the base of a family has what it needs beside time. */
    boolean met(int family, FactView facts) {
        return met(needs[family], facts);
    }

    private boolean met(Check[] checks, FactView facts) {
        for (Check need : checks) {
            if (plan.fires(need, facts, PlanDecision.noLines())) {
                return false;
            }
        }
        return true;
    }

    /** Place of the first reason for which a base lacks what it needs beside time. */
    int unmet(int family, FactView facts) {
        return unmet(needs[family], facts);
    }

    /** Place of the first reason for which an add-on lacks what it needs beside time. */
    int unmet(int family, int addOn, FactView facts) {
        return unmet(needsOfAddOns[family][addOn], facts);
    }

    private int unmet(Check[] checks, FactView facts) {
        int reason = PlanDecision.NO_REASON;
        for (Check need : checks) {
            if (plan.fires(need, facts, PlanDecision.noLines())) {
                reason = Math.min(reason, need.order());
            }
        }
        return reason;
    }

    private boolean validOnDate(CodeRule code, FactView facts) {
        long day = date < 0 ? FactView.ABSENT : facts.value(date);
        return day == FactView.ABSENT
                || day >= code.from().toEpochDay() && day <= code.to().toEpochDay();
    }
}
