package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.Clause;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Read the file of one code for one service. */
final class CodeReader {
    private static final String MONTH = "calendar month";
    private static final String PRACTITIONER = "practitioner";
    private static final Set<String> PERFORMERS = Set.of(
            PRACTITIONER,
            "clinical staff",
            "clinical staff or practitioner",
            "practitioner and clinical staff",
            "care team",
            "trained auxiliary",
            "behavioural care manager",
            "behavioural care team",
            "psychologist, social worker, therapist or counsellor");

    private final ProgramFile program;
    private final String service;
    private final Slots slots;
    private final ReasonOrder order;
    private final Map<String, Parameter> parameters;

    CodeReader(ProgramFile program, String service, Slots slots, ReasonOrder order, Map<String, Parameter> parameters) {
        this.program = program;
        this.service = service;
        this.slots = slots;
        this.order = order;
        this.parameters = parameters;
    }

    CodeRule read(String code, RuleNode file) {
        Optional<RuleNode> valid = file.need("valid");
        LocalDate[] days = valid.map(Citations::days).orElse(Citations.ALWAYS);
        RuleClause whole = new RuleClause(new Clause(file.file(), "", "", ""), file.line());
        RuleClause validClause = valid.map(Citations::of).orElse(whole);
        valid.ifPresent(RuleNode::close);
        Optional<RuleNode> addsTo = file.find("adds-to");
        Counted time = counted(file.find("time"), addsTo.isPresent(), validClause);
        Units units = units(file.need("units"), whole, addsTo.isEmpty());
        CodeRule rule = new CodeRule(
                code,
                file.needText("label"),
                file.needText("family"),
                performer(file),
                days[0],
                days[1],
                addsTo.map(base -> base.needText("code")),
                time.fact().isEmpty() ? -1 : slots.of(time.fact()),
                time.fact(),
                time.floor(),
                time.each(),
                time.below(),
                time.fallsAs(),
                units.cap(),
                units.hold(),
                units.reason(),
                clauses(validClause, time, units, addsTo));
        addsTo.ifPresent(RuleNode::close);
        return rule;
    }

    /** Who performs a code agrees with whose time counts: a practitioner's personal code counts nobody else's. */
    private static String performer(RuleNode file) {
        Optional<RuleNode> performer = file.need("performed-by");
        String who = performer.map(RuleNode::text).orElse("");
        performer
                .filter(text -> !PERFORMERS.contains(who))
                .ifPresent(text -> text.fail("Nobody is called so.", "Use one of " + new TreeSet<>(PERFORMERS) + "."));
        Optional<Set<String>> counted =
                file.find("time").flatMap(time -> time.find("counts")).map(counts -> Set.copyOf(counts.texts()));
        boolean personal = who.equals(PRACTITIONER);
        performer
                .filter(text -> counted.isPresent() && personal != counted.get().equals(Set.of(PRACTITIONER)))
                .ifPresent(
                        text -> text.fail(
                                "Who performs the code does not fit whose time counts.",
                                "Let the time of the practitioner alone count for what the practitioner performs, and only there."));
        return who;
    }

    private static CodeRule.Clauses clauses(RuleClause valid, Counted time, Units units, Optional<RuleNode> addsTo) {
        return new CodeRule.Clauses(
                valid, time.clause(), units.clause(), addsTo.map(Citations::of).orElse(valid));
    }

    private Counted counted(Optional<RuleNode> time, boolean addOn, RuleClause otherwise) {
        if (time.isEmpty()) {
            int none = PlanDecision.NO_REASON;
            return new Counted("", 0, addOn ? 1 : 0, none, none, otherwise);
        }
        RuleNode node = time.get();
        Counted found = new Counted(
                timeFact(node),
                seconds(node, addOn ? "after" : "at-least"),
                addOn ? seconds(node, "each") : 0,
                place(node, "below", "floor"),
                place(node, "falls-as", "fall-back"),
                Citations.of(node));
        node.close();
        return found;
    }

    private long seconds(RuleNode time, String key) {
        long seconds = time.need(key)
                .map(amount -> Literals.seconds(text(amount, FactKind.TIME), amount))
                .orElse(1L);
        if (seconds < 1 && !key.equals("after")) {
            time.fail(key + " is not above 0.", "Write an amount of time above 0.");
            return 1;
        }
        return seconds;
    }

    /** An amount, which may be the value of a parameter. */
    private String text(RuleNode amount, FactKind kind) {
        if (!amount.isMapping()) {
            return amount.text();
        }
        Optional<RuleNode> name = amount.need("parameter");
        amount.close();
        Optional<Parameter> parameter = name.map(RuleNode::text).map(parameters::get);
        if (parameter.filter(Parameter::single).isEmpty()) {
            name.ifPresent(text -> text.fail(
                    "There is no parameter " + text.text() + " with one value.",
                    "Use one of " + parameters.keySet() + ", or write the amount itself."));
            return kind == FactKind.TIME ? "1 s" : "1";
        }
        return parameter.get().text(kind);
    }

    private int place(RuleNode time, String key, String stage) {
        return time.find(key).map(reason -> order.place(stage, reason)).orElse(PlanDecision.NO_REASON);
    }

    private String timeFact(RuleNode time) {
        time.need("per")
                .filter(per -> !per.text().equals(MONTH))
                .ifPresent(per -> per.fail("Time is counted for each calendar month.", "Write per: " + MONTH + "."));
        Optional<RuleNode> counts = time.need("counts");
        Set<String> who = new HashSet<>(counts.map(RuleNode::texts).orElse(List.of()));
        Optional<String> fact = program.timeFact(service, who);
        if (fact.isEmpty()) {
            counts.ifPresent(node ->
                    node.fail("No fact counts the time of " + who + ".", "Name its fact under time in program.yaml."));
        }
        return fact.orElse("");
    }

    /** Time of a code. */
    private record Counted(String fact, long floor, long each, int below, int fallsAs, RuleClause clause) {}

    /** Units of a code. */
    private record Units(int cap, boolean hold, int reason, RuleClause clause) {}

    private Units units(Optional<RuleNode> found, RuleClause otherwise, boolean base) {
        if (found.isEmpty()) {
            return new Units(1, false, PlanDecision.NO_REASON, otherwise);
        }
        RuleNode node = found.get();
        String beyond = node.needText("beyond");
        if (!beyond.equals("deny") && !beyond.equals("hold")) {
            node.fail("beyond is deny or hold.", "Write beyond: deny, or beyond: hold.");
        }
        int cap = node.need("at-most").map(this::cap).orElse(1);
        if (base && (cap > 1 || beyond.equals("hold"))) {
            node.fail("A base is billed once.", "Write at-most: 1, beyond: deny; further time is an add-on's.");
        }
        int reason = place(node, "says", "billed");
        RuleClause clause = Citations.of(node);
        node.close();
        return new Units(cap, beyond.equals("hold"), reason, clause);
    }

    private int cap(RuleNode node) {
        String text = text(node, FactKind.WORD);
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > PlanDecision.MOST_UNITS) {
            node.fail("This is not a number of units.", "Write 1 to " + PlanDecision.MOST_UNITS + ".");
            return 1;
        }
        return Integer.parseInt(text);
    }
}
