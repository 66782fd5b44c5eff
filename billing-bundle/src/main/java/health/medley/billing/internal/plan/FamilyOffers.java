package health.medley.billing.internal.plan;

import java.util.ArrayList;
import java.util.List;

/** Say what each family would give by its time alone, chosen or not, and what else it needs. Immutable. */
public final class FamilyOffers {
    private final RulePlan plan;
    private final List<Family> families;
    private final int date;

    /** Say so for the families of a plan. */
    public FamilyOffers(RulePlan plan) {
        this.plan = plan;
        this.families = plan.parts().families();
        this.date = plan.slot("date_of_service");
    }

    /** Lines the time gives a family, whatever else it needs; without a family if its base has too little or is not valid. */
    public long lines(int number, FactView facts) {
        Family family = families.get(number);
        CodeRule base = family.base();
        if (base.timeSlot() >= 0 && seconds(base, facts) < base.floor() || !validOnDate(base, facts)) {
            return PlanDecision.noLines();
        }
        long lines = PlanDecision.lines(number, 1);
        for (int i = 0; i < family.addOns().size(); i++) {
            CodeRule addOn = family.addOns().get(i);
            if (addOn.timeSlot() >= 0 && validOnDate(addOn, facts)) {
                long units = FamilyChoice.unitsOf(addOn, seconds(addOn, facts));
                lines |= PlanDecision.units(i, Math.min(units, addOn.cap()));
            }
        }
        return lines;
    }

    /** The same lines with at most so many units of each add-on. */
    public long lines(long lines, long most) {
        int number = PlanDecision.family(lines);
        long fewer = PlanDecision.lines(number, PlanDecision.baseUnits(lines));
        for (int i = 0; i < families.get(number).addOns().size(); i++) {
            fewer |= PlanDecision.units(i, Math.min(most, PlanDecision.addOnUnits(lines, i)));
        }
        return fewer;
    }

    /** What a family needs beside time and does not have. */
    public List<Check> unmet(int number, FactView facts) {
        List<Check> unmet = new ArrayList<>();
        for (Check need : families.get(number).needs()) {
            if (plan.fires(need, facts, PlanDecision.noLines())) {
                unmet.add(need);
            }
        }
        return unmet;
    }

    /** Counted seconds of a code; 0 for a code without time. */
    public long seconds(CodeRule code, FactView facts) {
        return code.timeSlot() < 0 ? 0 : Math.max(0, facts.value(code.timeSlot()));
    }

    private boolean validOnDate(CodeRule code, FactView facts) {
        long day = date < 0 ? FactView.ABSENT : facts.value(date);
        return day == FactView.ABSENT
                || day >= code.from().toEpochDay() && day <= code.to().toEpochDay();
    }
}
