package health.medley.billing.internal.plan;

import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Explain which codes the time gives, which families were not chosen, and how much more time would give more. */
final class CodeFindings {
    private final RulePlan plan;
    private final PlanParts parts;
    private final FactView facts;
    private final Map<String, String> texts;
    private final long decision;
    private final long lines;
    private final List<Finding> findings = new ArrayList<>();

    CodeFindings(RulePlan plan, FactView facts, Map<String, String> texts, long decision, long lines) {
        this.plan = plan;
        this.parts = plan.parts();
        this.facts = facts;
        this.texts = texts;
        this.decision = decision;
        this.lines = lines;
    }

    List<Finding> all() {
        int chosen = PlanDecision.family(lines);
        int[] tried = plan.choice().tried(facts);
        for (int family : tried) {
            if (family == chosen) {
                billed(parts.families().get(family));
                break;
            }
            rejected(parts.families().get(family), chosen);
        }
        for (Family family : parts.families()) {
            if (family.number() != chosen && !contains(tried, family.number())) {
                notTried(family);
            }
        }
        if (chosen == PlanDecision.NO_FAMILY) {
            belowFloor();
        }
        return findings;
    }

    private static boolean contains(int[] numbers, int number) {
        for (int one : numbers) {
            if (one == number) {
                return true;
            }
        }
        return false;
    }

    private void billed(Family family) {
        CodeRule base = family.base();
        add(
                base.code(),
                Outcome.MET,
                base.code() + " (" + base.label() + "): " + reached(base) + ".",
                base,
                Optional.empty());
        for (int i = 0; i < family.addOns().size(); i++) {
            addOn(family, i, PlanDecision.addOnUnits(lines, i));
        }
    }

    private String reached(CodeRule code) {
        return code.timeSlot() < 0 ? "no time is needed" : words(time(code)) + " of " + words(code.floor()) + " needed";
    }

    private static String words(long seconds) {
        return new CareTime(Math.max(0, seconds)).inWords();
    }

    private long time(CodeRule code) {
        return code.timeSlot() < 0 ? 0 : Math.max(0, facts.value(code.timeSlot()));
    }

    private void addOn(Family family, int number, int units) {
        CodeRule code = family.addOns().get(number);
        if (!plan.needs().valid(family.number(), number, facts)) {
            notValid(code, Outcome.NOTE);
        } else if (!plan.needs().met(family.number(), number, facts)) {
            unmet(code, family.addOnNeeds().get(number), Outcome.NOTE);
        } else {
            addOn(code, units);
        }
    }

    private void notValid(CodeRule code, Outcome outcome) {
        String day = texts.getOrDefault("date_of_service", "the date of service");
        int place = parts.requests().notValid();
        findings.add(new Finding(
                place == PlanDecision.NO_REASON ? code.code() : parts.reason(place),
                outcome,
                code.code() + " is not valid on " + day + ".",
                texts.containsKey("date_of_service") ? Map.of("date_of_service", day) : Map.of(),
                Optional.of(code.clauses().valid().clause()),
                Optional.empty()));
    }

    private void unmet(CodeRule code, List<Check> needs, Outcome outcome) {
        for (Check need : needs) {
            if (plan.fires(need, facts, PlanDecision.noLines())) {
                boolean said = need.order() != PlanDecision.NO_REASON;
                findings.add(new Finding(
                        said ? need.reason() : code.code(),
                        outcome,
                        said ? parts.sentence(need.reason()) : code.code() + " does not fit the month.",
                        Explanation.used(plan, need, texts),
                        Optional.of(need.clause().clause()),
                        Optional.of(code.code() + " needs: " + need.name() + ".")));
            }
        }
    }

    private void addOn(CodeRule code, int units) {
        long given = FamilyChoice.unitsOf(code, time(code));
        if (given > code.cap()) {
            String reason = parts.reason(code.capReason());
            String sentence = "The time gives " + given + " units of " + code.code() + "; " + code.cap() + " "
                    + (code.holdBeyond() ? "are paid without review." : "may be billed.");
            findings.add(new Finding(
                    reason.equals(PlanDecision.NOTHING_REFUSED) ? code.code() : reason,
                    code.holdBeyond() ? Outcome.HOLD : Outcome.NOTE,
                    sentence,
                    used(code),
                    Optional.of(code.clauses().units().clause()),
                    Optional.of("More time gives no further unit of " + code.code() + ".")));
            return;
        }
        if (code.timeSlot() < 0) {
            add(code.code(), Outcome.MET, code.code() + " (" + code.label() + ").", code, Optional.empty());
            return;
        }
        String sentence = units == 0
                ? "No unit of " + code.code() + ": it takes " + words(code.each()) + " beyond " + words(code.floor())
                        + "."
                : units + (units == 1 ? " unit of " : " units of ") + code.code() + " (" + code.label() + ").";
        Optional<String> more = given == code.cap()
                ? Optional.of("More time gives no further unit of " + code.code() + ".")
                : Optional.of(more(
                        code,
                        code.floor() + code.each() * (given + 1),
                        code.code() + (given == 0 ? "" : "x" + (given + 1))));
        boolean billed = units > 0 && PlanDecision.status(decision) != PlanDecision.NO_BILL;
        add(code.code(), billed ? Outcome.MET : Outcome.NOTE, sentence, code, more);
    }

    private String more(CodeRule code, long needed, String gives) {
        return words(needed - time(code)) + " more " + code.performedBy().replace(' ', '-') + " time gives " + gives
                + ".";
    }

    private void rejected(Family family, int chosen) {
        CodeRule base = family.base();
        if (!plan.needs().valid(family.number(), facts)) {
            notValid(base, outcome(chosen));
            return;
        }
        if (base.timeSlot() >= 0 && time(base) < base.floor()) {
            int place = base.fallsAs() == PlanDecision.NO_REASON ? base.below() : base.fallsAs();
            String reason = place == PlanDecision.NO_REASON ? base.code() : parts.reason(place);
            findings.add(new Finding(
                    reason,
                    outcome(chosen),
                    base.code() + " is not billed: " + reached(base) + ".",
                    used(base),
                    Optional.of(base.clauses().time().clause()),
                    Optional.of(more(base, base.floor(), base.code()))));
        }
        unmet(base, family.needs(), outcome(chosen));
    }

    private static Outcome outcome(int chosen) {
        return chosen == PlanDecision.NO_FAMILY ? Outcome.FAILED : Outcome.NOTE;
    }

    private void notTried(Family family) {
        String why = parts.highestAmount() ? "another family pays more" : "the practice does not declare its track";
        add(
                family.base().code(),
                Outcome.NOTE,
                family.base().code() + " was not considered: " + why + ".",
                family.base(),
                Optional.empty());
    }

    private void belowFloor() {
        int place = PlanDecision.reason(decision);
        for (PlanParts.Uncounted one : parts.uncounted()) {
            long seconds = facts.value(one.slot());
            if (seconds != FactView.ABSENT && seconds > 0) {
                String fact = plan.slots().get(one.slot());
                findings.add(new Finding(
                        one.check().reason(),
                        one.check().order() == place ? Outcome.FAILED : Outcome.NOTE,
                        one.check().name() + ": " + words(seconds) + " more would otherwise count.",
                        Map.of(fact, texts.getOrDefault(fact, "")),
                        Optional.of(one.check().clause().clause()),
                        Optional.empty()));
            }
        }
    }

    private Map<String, String> used(CodeRule code) {
        Map<String, String> used = new TreeMap<>();
        if (texts.containsKey(code.timeFact())) {
            used.put(code.timeFact(), texts.get(code.timeFact()));
        }
        return used;
    }

    private void add(String code, Outcome outcome, String sentence, CodeRule rule, Optional<String> change) {
        findings.add(new Finding(
                code,
                outcome,
                sentence,
                used(rule),
                Optional.of(rule.clauses().time().clause()),
                change));
    }
}
