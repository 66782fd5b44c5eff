package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Read {@code codes/*.yaml}: one file for each code. */
final class CodeFiles {
    private static final String CODE = "[0-9A-Z]\\d{3}[0-9A-Z]";

    private final ProgramFile program;
    private final List<RuleNode> files;
    private final Map<String, RuleNode> byCode = new LinkedHashMap<>();
    private final List<String> families = new ArrayList<>();

    CodeFiles(ProgramFile program, List<RuleNode> files) {
        this.program = program;
        this.files = files;
        for (RuleNode file : files) {
            String code = file.needText("code");
            String family = file.needText("family");
            if (!code.matches(CODE)) {
                file.fail(
                        "The code " + code + " is not one.", "Write five characters in quotes, for example \"99490\".");
            }
            if (byCode.put(code, file) != null) {
                file.fail("The code " + code + " has two files.", "Keep one of them.");
            }
            if (!families.contains(family)) {
                families.add(family);
            }
        }
        // the order of families is that of the tracks: it settles equal amounts and the order of explanations
        List<String> named = program.tracks.values().stream()
                .flatMap(tries -> tries.texts().stream())
                .distinct()
                .toList();
        families.sort(Comparator.comparingInt(name -> named.contains(name) ? named.indexOf(name) : named.size()));
    }

    List<String> families() {
        return families;
    }

    List<Family> read(Slots slots, ReasonOrder order, CheckFiles checks) {
        Map<String, CodeRule> rules = new LinkedHashMap<>();
        Map<String, List<Check>> needs = new LinkedHashMap<>();
        byCode.forEach((code, file) -> {
            rules.put(code, code(code, file, slots, order));
            needs.put(code, checks.needs(file));
            file.close();
        });
        List<Family> found = new ArrayList<>();
        for (String name : families) {
            family(name, found.size(), rules, needs).ifPresent(found::add);
        }
        return found;
    }

    private Optional<Family> family(
            String name, int number, Map<String, CodeRule> rules, Map<String, List<Check>> needs) {
        List<CodeRule> members = rules.values().stream()
                .filter(code -> code.family().equals(name))
                .toList();
        List<CodeRule> bases =
                members.stream().filter(code -> code.addsTo().isEmpty()).toList();
        RuleNode first = byCode.get(members.get(0).code());
        if (bases.size() != 1 || members.size() > 1 + PlanDecision.MOST_ADD_ONS) {
            first.fail(
                    "The family " + name + " has " + bases.size() + " bases and " + members.size() + " codes.",
                    "Give a family one base and at most " + PlanDecision.MOST_ADD_ONS + " add-ons.");
            return Optional.empty();
        }
        CodeRule base = bases.get(0);
        List<CodeRule> addOns =
                members.stream().filter(code -> code.addsTo().isPresent()).toList();
        for (CodeRule addOn : addOns) {
            if (!addOn.addsTo().equals(Optional.of(base.code()))) {
                byCode.get(addOn.code())
                        .fail(
                                "The add-on adds to " + addOn.addsTo().orElse("") + ", which is not its family's base.",
                                "Add it to " + base.code() + ", or name the family of its base.");
            }
        }
        return Optional.of(new Family(name, number, base, addOns, needs.get(base.code())));
    }

    private CodeRule code(String code, RuleNode file, Slots slots, ReasonOrder order) {
        Optional<RuleNode> valid = file.need("valid");
        LocalDate[] days = valid.map(Citations::days).orElse(new LocalDate[] {LocalDate.MIN, LocalDate.MAX});
        RuleClause whole = new RuleClause(new health.medley.core.Clause(file.file(), "", "", ""), file.line());
        RuleClause validClause = valid.map(Citations::of).orElse(whole);
        valid.ifPresent(RuleNode::close);
        Optional<RuleNode> addsTo = file.find("adds-to");
        Counted time = counted(file.find("time"), addsTo.isPresent(), order, validClause);
        Units units = Units.read(file.need("units"), order, whole);
        CodeRule rule = new CodeRule(
                code,
                file.needText("label"),
                file.needText("family"),
                file.needText("performed-by"),
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

    private static CodeRule.Clauses clauses(RuleClause valid, Counted time, Units units, Optional<RuleNode> addsTo) {
        return new CodeRule.Clauses(
                valid, time.clause(), units.clause(), addsTo.map(Citations::of).orElse(valid));
    }

    private Counted counted(Optional<RuleNode> time, boolean addOn, ReasonOrder order, RuleClause otherwise) {
        if (time.isEmpty()) {
            int none = PlanDecision.NO_REASON;
            return new Counted("", 0, addOn ? 1 : 0, none, none, otherwise);
        }
        RuleNode node = time.get();
        Counted found = new Counted(
                timeFact(node),
                seconds(node, addOn ? "after" : "at-least"),
                addOn ? seconds(node, "each") : 0,
                place(node, "below", "floor", order),
                place(node, "falls-as", "fall-back", order),
                Citations.of(node));
        node.close();
        return found;
    }

    private static long seconds(RuleNode time, String key) {
        long seconds = time.need(key)
                .map(amount -> Literals.seconds(amount.text(), amount))
                .orElse(1L);
        if (seconds < 1 && !key.equals("after")) {
            time.fail(key + " is not above 0.", "Write an amount of time above 0.");
            return 1;
        }
        return seconds;
    }

    private static int place(RuleNode time, String key, String stage, ReasonOrder order) {
        return time.find(key).map(reason -> order.place(stage, reason)).orElse(PlanDecision.NO_REASON);
    }

    private String timeFact(RuleNode time) {
        time.needText("per");
        Optional<RuleNode> counts = time.need("counts");
        Set<String> who = new HashSet<>(counts.map(RuleNode::texts).orElse(List.of()));
        String fact = program.timeFacts.get(who);
        if (fact == null) {
            counts.ifPresent(node ->
                    node.fail("No fact counts the time of " + who + ".", "Name its fact under time in program.yaml."));
            return "";
        }
        return fact;
    }

    /** Time of a code. */
    private record Counted(String fact, long floor, long each, int below, int fallsAs, RuleClause clause) {}

    /** Units of a code. */
    private record Units(int cap, boolean hold, int reason, RuleClause clause) {
        static Units read(Optional<RuleNode> found, ReasonOrder order, RuleClause otherwise) {
            if (found.isEmpty()) {
                return new Units(1, false, PlanDecision.NO_REASON, otherwise);
            }
            RuleNode node = found.get();
            String beyond = node.needText("beyond");
            if (!beyond.equals("deny") && !beyond.equals("hold")) {
                node.fail("beyond is deny or hold.", "Write beyond: deny, or beyond: hold.");
            }
            int cap = node.need("at-most").map(Units::cap).orElse(1);
            int reason =
                    node.find("says").map(says -> order.place("billed", says)).orElse(PlanDecision.NO_REASON);
            RuleClause clause = Citations.of(node);
            node.close();
            return new Units(cap, beyond.equals("hold"), reason, clause);
        }

        private static int cap(RuleNode node) {
            String text = node.text();
            if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > PlanDecision.MOST_UNITS) {
                node.fail("This is not a number of units.", "Write 1 to " + PlanDecision.MOST_UNITS + ".");
                return 1;
            }
            return Integer.parseInt(text);
        }
    }
}
