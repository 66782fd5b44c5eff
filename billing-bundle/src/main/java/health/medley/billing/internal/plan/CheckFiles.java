package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.Check.Effect;
import health.medley.billing.internal.plan.TestGraph.Kind;
import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.Clause;
import health.medley.core.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read the checks of {@code eligibility.yaml}, {@code conflicts.yaml}, {@code time.yaml} and {@code claim.yaml}. */
final class CheckFiles {
    private static final Map<String, Effect> EFFECTS =
            Map.of("no bill", Effect.NO_BILL, "hold", Effect.HOLD, "note", Effect.NOTE);

    private static final String NEEDS = "fall-back";
    private static final String FAILS_AS = "fails-as";

    private final Conditions conditions;
    private final ReasonOrder order;
    private final Slots slots;
    private final LocalDate first;
    private final LocalDate last;
    private final ProgramFile program;
    private final String service;
    private final List<Check> checks = new ArrayList<>();
    private final List<PlanParts.Marked> marked = new ArrayList<>();
    private final List<PlanParts.Uncounted> uncounted = new ArrayList<>();

    CheckFiles(
            Conditions conditions, ReasonOrder order, Slots slots, RuleSet rules, ProgramFile program, String service) {
        this.conditions = conditions;
        this.order = order;
        this.slots = slots;
        this.first = rules.from().firstDay();
        this.last = rules.to().lastDay();
        this.program = program;
        this.service = service;
    }

    List<Check> checks() {
        return checks.stream().sorted(Comparator.comparingInt(Check::order)).toList();
    }

    void add(Check check) {
        checks.add(check);
    }

    void marks(PlanParts.Marked one) {
        marked.add(one);
    }

    List<PlanParts.Marked> marked() {
        return marked;
    }

    List<PlanParts.Uncounted> uncounted() {
        return uncounted;
    }

    /** The items of a list that are about this service: those that name it, and those that name none. */
    private List<RuleNode> ours(RuleNode list) {
        return list.items().stream()
                .filter(node -> program.concerns(node, service))
                .toList();
    }

    void requirements(RuleNode list) {
        for (RuleNode node : ours(list)) {
            Effect effect = effect(node);
            checks.add(requirement(node, effect, "requirement"));
        }
    }

    /** What a code needs beside time. */
    List<Check> needs(RuleNode file) {
        List<Check> needs = new ArrayList<>();
        for (RuleNode node : file.find("needs").map(RuleNode::items).orElse(List.of())) {
            needs.add(requirement(node, Effect.NO_BILL, NEEDS));
        }
        return needs;
    }

    private Check requirement(RuleNode node, Effect effect, String stage) {
        Optional<RuleNode> met = node.find("met-when");
        Optional<RuleNode> fails = node.find("fails-when");
        if (met.isPresent() == fails.isPresent()) {
            node.fail("A requirement says met-when or fails-when.", "Write one of the two.");
        }
        boolean firesWhen = fails.isPresent();
        Check check = check(node, stage, FAILS_AS, effect, firesWhen, fails.or(() -> met), Optional.empty());
        node.close();
        return check;
    }

    private static Effect effect(RuleNode node) {
        Optional<RuleNode> outcome = node.need("outcome");
        Effect effect = EFFECTS.get(outcome.map(RuleNode::text).orElse("note"));
        if (effect == null) {
            outcome.ifPresent(text -> text.fail("There is no such outcome.", "Write no bill, hold or note."));
            return Effect.NOTE;
        }
        return effect;
    }

    private Check check(
            RuleNode node,
            String stage,
            String key,
            Effect effect,
            boolean firesWhen,
            Optional<RuleNode> condition,
            Optional<Check.OtherCodes> other) {
        // another family is billed in the place of one that lacks what it needs; where that is no refusal, none is said
        Optional<RuleNode> reason = stage.equals(NEEDS) && key.equals(FAILS_AS) ? node.find(key) : node.need(key);
        RuleClause clause = named(Citations.of(node), reason.map(RuleNode::text).orElse(""));
        int place = reason.map(code -> order.place(stage, code)).orElse(PlanDecision.NO_REASON);
        int fires = firesWhen ? TestGraph.TRUE : TestGraph.FALSE;
        int silent = firesWhen ? TestGraph.FALSE : TestGraph.TRUE;
        int entry = condition
                .map(test -> conditions.compile(test, TestGraph.TRUE, TestGraph.FALSE))
                .orElse(fires);
        return new Check(
                node.needText("name"),
                reason.map(RuleNode::text).orElse(""),
                place,
                stage,
                effect,
                whileInForce(node, entry, silent),
                firesWhen,
                clause,
                other);
    }

    /** An item of a list is called by its reason, which stays when items are moved: {@code requirements.NO_CONSENT}. */
    private static RuleClause named(RuleClause clause, String reason) {
        Clause found = clause.clause();
        String path = reason.isEmpty() ? found.path() : found.path().replaceAll("\\[\\d+]$", "." + reason);
        return new RuleClause(new Clause(found.file(), path, found.source(), found.inForce()), clause.line());
    }

    /** A clause that is not in force in every month of the rules asks for the date of service first. */
    private int whileInForce(RuleNode node, int entry, int silent) {
        LocalDate[] days = Citations.days(node);
        int from = entry;
        if (days[1].isBefore(last)) {
            from = conditions.add(Kind.AT_MOST, slots.of("date_of_service"), -1, days[1].toEpochDay(), from, silent);
        }
        if (days[0].isAfter(first)) {
            from = conditions.add(Kind.AT_LEAST, slots.of("date_of_service"), -1, days[0].toEpochDay(), from, silent);
        }
        return from;
    }

    void exclusions(RuleNode list) {
        for (RuleNode node : ours(list)) {
            String group = node.needText("group");
            String by = node.needText("by");
            String theirs = node.textOr("the-other", "stands");
            if (!theirs.equals("stands") && !theirs.equals("refused")) {
                node.fail("the-other is stands or refused.", "Write the-other: stands, or the-other: refused.");
            }
            Check.OtherCodes other = new Check.OtherCodes(
                    group,
                    !by.equals("another"),
                    !by.equals("us"),
                    theirs.equals("refused"),
                    node.find("modifier").map(Literals::modifier).orElse(""));
            Effect effect = effect(node);
            Check plain = check(node, "conflict", FAILS_AS, effect, true, node.find("when"), Optional.of(other));
            int entry = conditions.add(
                    Kind.EQUAL, conditions.groupSlot(group, by, node), -1, 1, plain.entry(), TestGraph.FALSE);
            checks.add(new Check(
                    plain.name(),
                    plain.reason(),
                    plain.order(),
                    plain.stage(),
                    plain.effect(),
                    entry,
                    true,
                    plain.clause(),
                    plain.other()));
            node.close();
        }
    }

    void uncounted(RuleNode list) {
        for (RuleNode node : ours(list)) {
            Fact fact = conditions.fact(node, node.needText("fact"));
            Check check = check(node, "floor", FAILS_AS, Effect.NO_BILL, true, node.find("when"), Optional.empty());
            uncounted.add(new PlanParts.Uncounted(check, slots.of(fact.name())));
            node.close();
        }
    }

    void notes(RuleNode list) {
        for (RuleNode node : ours(list)) {
            String stage = node.needText("stage");
            checks.add(check(node, stage, "says", Effect.NOTE, true, node.need("when"), Optional.empty()));
            node.close();
        }
    }
}
