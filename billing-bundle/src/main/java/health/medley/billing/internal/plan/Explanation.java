package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.Check.Effect;
import health.medley.billing.internal.plan.TestGraph.Kind;
import health.medley.billing.internal.plan.TestGraph.Step;
import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Explain a decision over the plan and facts that made it: what was checked, what came out, what would change it. */
public final class Explanation {
    private final RulePlan plan;
    private final PlanParts parts;
    private final FactView facts;
    private final Map<String, String> texts;
    private final long decision;
    private final long lines;
    private final List<Finding> findings = new ArrayList<>();

    private Explanation(RulePlan plan, FactView facts, Map<String, String> texts, long decision) {
        this.plan = plan;
        this.parts = plan.parts();
        this.facts = facts;
        this.texts = texts;
        this.decision = decision;
        this.lines = plan.lines(facts, decision);
    }

    /** The findings of a decision: requirements and conflicts in the order of their reasons, then the codes. */
    public static List<Finding> of(RulePlan plan, FactView facts, Map<String, String> texts, long decision) {
        Explanation explanation = new Explanation(plan, facts, texts, decision);
        if (!plan.asked(facts)) {
            explanation.findings.add(Finding.of(
                    "NOT_ASKED",
                    Outcome.NOTE,
                    "Nobody asked for " + plan.parts().label() + " in this month."));
            return explanation.notes();
        }
        return explanation.all();
    }

    private List<Finding> notes() {
        parts.checks().stream().filter(check -> !check.decisive()).forEach(this::check);
        return findings;
    }

    private List<Finding> all() {
        parts.checks().forEach(this::check);
        CodeFindings codes =
                new CodeFindings(plan, facts, texts, decision, plan.choice().choose(facts));
        findings.addAll(codes.all());
        return findings;
    }

    private void check(Check check) {
        boolean fires = plan.fires(check, facts, lines);
        if (!fires && !check.decisive()) {
            return;
        }
        Outcome outcome = !fires
                ? Outcome.MET
                : check.effect() == Effect.NO_BILL
                        ? Outcome.FAILED
                        : check.effect() == Effect.HOLD ? Outcome.HOLD : Outcome.NOTE;
        String sentence = fires ? parts.sentence(check.reason()) : check.name() + ".";
        Optional<String> change = fires && check.decisive() ? change(check) : Optional.empty();
        findings.add(new Finding(
                check.reason(),
                outcome,
                sentence,
                used(plan, check, texts),
                Optional.of(check.clause().clause()),
                change));
    }

    /** The facts a check looks at, as far as they are given. */
    static Map<String, String> used(RulePlan plan, Check check, Map<String, String> texts) {
        String[] names = plan.factsOf(check);
        if (names.length == 1) {
            String text = texts.get(names[0]);
            return text == null ? Map.of() : Map.of(names[0], text);
        }
        Map<String, String> used = new TreeMap<>();
        for (String name : names) {
            String text = texts.get(name);
            if (text != null) {
                used.put(name, text);
            }
        }
        return used;
    }

    private Optional<String> change(Check check) {
        if (check.other().isPresent()) {
            String who = check.other().get().byUs() ? "us" : "another practitioner";
            return Optional.of(
                    "Without the codes by " + who + " that stand against it, the month would pass this check.");
        }
        List<String> wanted = new ArrayList<>();
        for (int place : plan.graph().places(check.entry())) {
            Step step = plan.graph().step(place);
            boolean fired = plan.graph().holdsAlone(place, facts);
            // where the check fires on what holds, the holding tests must change; else the failing ones
            if (fired == check.firesWhen()) {
                wanted.add(wish(step, check.firesWhen()));
            }
        }
        wanted.removeIf(String::isEmpty);
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of("It would pass if " + String.join(", or ", wanted) + ".");
    }

    private String wish(Step step, boolean opposite) {
        if (step.slot() < 0) {
            // what is billed is no fact that somebody could change
            return "";
        }
        String name = plan.slots().get(step.slot());
        Optional<Fact> fact = parts.slots().vocabulary().find(name);
        if (fact.isEmpty() || step.kind() == Kind.GIVEN) {
            return fact.map(known -> known.meaning() + (opposite ? " were not given" : " were given"))
                    .orElse("");
        }
        String value = step.other() >= 0
                ? parts.slots()
                        .vocabulary()
                        .find(plan.slots().get(step.other()))
                        .map(Fact::meaning)
                        .orElse("")
                : words(fact.get(), step);
        return fact.get().meaning() + " " + comparison(step.kind(), opposite) + " " + value;
    }

    private static String comparison(Kind kind, boolean opposite) {
        return switch (kind) {
            case AT_LEAST -> opposite ? "were below" : "were at least";
            case MORE_THAN -> opposite ? "were at most" : "were more than";
            case AT_MOST -> opposite ? "were after or above" : "were at most";
            case BELOW -> opposite ? "were at least" : "were below";
            case NOT_EQUAL, NONE_OF -> opposite ? "were" : "were not";
            default -> opposite ? "were not" : "were";
        };
    }

    private String words(Fact fact, Step step) {
        if (step.kind() == Kind.ONE_OF || step.kind() == Kind.NONE_OF) {
            return "one of those listed";
        }
        return switch (fact.kind()) {
            case FLAG -> step.constant() == 1 ? "yes" : "no";
            case DATE -> LocalDate.ofEpochDay(step.constant()).toString();
            case TIME -> new CareTime(Math.max(0, step.constant())).inWords();
            case LEVEL -> fact.words().get((int) step.constant());
            case WORD -> parts.slots().word(step.constant());
            default -> (step.constant() + " " + fact.unit()).strip();
        };
    }
}
