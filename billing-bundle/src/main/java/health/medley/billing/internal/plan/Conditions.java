package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.TestGraph.Kind;
import health.medley.billing.internal.plan.TestGraph.Step;
import health.medley.billing.internal.reading.RuleNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Compile the conditions of a rule set to tests. One for each rule set; not safe for concurrent use. */
final class Conditions {
    private static final Set<String> BY = Set.of("us", "another", "anyone", "asked");
    private static final long[] NO_SET = {};

    private final Slots slots;
    private final ServiceCodes codes;
    private final Set<String> groups;
    private final Comparisons comparisons;
    private final List<Step> steps = new ArrayList<>();

    /**
     * Begin the conditions of one service.
     *
     * @param slots numbers of facts
     * @param parameters values by name
     * @param codes the service's families and codes
     * @param groups names of the groups of codes
     */
    Conditions(Slots slots, Map<String, Parameter> parameters, ServiceCodes codes, Set<String> groups) {
        this.slots = slots;
        this.codes = codes;
        this.groups = groups;
        this.comparisons = new Comparisons(this, slots, parameters);
    }

    TestGraph graph() {
        return new TestGraph(steps);
    }

    /** The first test of a condition. */
    int compile(RuleNode condition) {
        return compile(condition, TestGraph.TRUE, TestGraph.FALSE);
    }

    int compile(RuleNode node, int yes, int no) {
        if (!node.isMapping()) {
            node.fail("A condition is expected here.", "Write {fact: NAME, is: VALUE}, or all, any or not.");
            return no;
        }
        int entry = one(node, yes, no);
        node.close();
        return entry;
    }

    private int one(RuleNode node, int yes, int no) {
        Optional<RuleNode> all = node.find("all");
        Optional<RuleNode> any = node.find("any");
        Optional<RuleNode> not = node.find("not");
        if (all.isPresent()) {
            return chain(all.get().items(), yes, no, true);
        }
        if (any.isPresent()) {
            return chain(any.get().items(), yes, no, false);
        }
        if (not.isPresent()) {
            return compile(not.get(), no, yes);
        }
        if (node.find("group").isPresent()) {
            return group(node, yes, no);
        }
        if (node.find("billed").isPresent()) {
            return billed(node, yes, no);
        }
        if (node.find("billed-code").isPresent()) {
            return billedCode(node, yes, no);
        }
        if (node.find("parameter").isPresent()) {
            return comparisons.parameter(node, yes, no);
        }
        return changes(node, yes, no);
    }

    private int changes(RuleNode node, int yes, int no) {
        if (node.find("codes-change-with").isPresent()) {
            int to = slots.of(
                    fact(node.need("to").orElse(node), node.needText("to")).name());
            return change(node, "codes-change-with", Kind.CODES_CHANGE_WITH, to, yes, no);
        }
        if (node.find("codes-change-counting").isPresent()) {
            int of = slots.of(fact(node.need("instead-of").orElse(node), node.needText("instead-of"))
                    .name());
            return change(node, "codes-change-counting", Kind.CODES_CHANGE_COUNTING, of, yes, no);
        }
        return comparisons.comparison(node, yes, no);
    }

    private int chain(List<RuleNode> items, int yes, int no, boolean all) {
        int next = all ? yes : no;
        for (int i = items.size() - 1; i >= 0; i--) {
            next = all ? compile(items.get(i), next, no) : compile(items.get(i), yes, next);
        }
        return next;
    }

    int add(Kind kind, int slot, int other, long constant, int yes, int no) {
        return add(new Step(kind, slot, other, constant, NO_SET, yes, no));
    }

    int add(Step step) {
        steps.add(step);
        return steps.size() - 1;
    }

    private int group(RuleNode node, int yes, int no) {
        String group = node.needText("group");
        String by = node.needText("by");
        if (!groups.contains(group)) {
            node.fail("There is no group " + group + ".", "Name a group of conflicts.yaml.");
        }
        return add(Kind.EQUAL, groupSlot(group, by, node), -1, 1, yes, no);
    }

    int groupSlot(String group, String by, RuleNode node) {
        if (!BY.contains(by)) {
            node.fail("by says us, another, anyone or asked.", "Write by: us, by: another, by: anyone or by: asked.");
        }
        return slots.of(Slots.group(group, by));
    }

    private int billed(RuleNode node, int yes, int no) {
        String family = node.needText("billed");
        if (family.equals("any")) {
            return add(Kind.BILLED_ANY, -1, -1, 0, yes, no);
        }
        if (!codes.everyFamily().contains(family)) {
            node.fail("There is no family " + family + ".", "Use one of " + codes.everyFamily() + " or any.");
        }
        if (!codes.families().contains(family)) {
            // a family of another service is never what this service bills
            return no;
        }
        return add(Kind.BILLED, -1, -1, codes.families().indexOf(family), yes, no);
    }

    private int billedCode(RuleNode node, int yes, int no) {
        String code = node.needText("billed-code");
        if (!codes.everyCode().contains(code)) {
            node.fail("The rule set has no code " + code + ".", "Use one of " + new TreeSet<>(codes.everyCode()) + ".");
        }
        return billedAny(Set.of(code), yes, no);
    }

    /** Whether one of the codes is billed; a code of another service never is. */
    int billedAny(Set<String> wanted, int yes, int no) {
        int next = no;
        for (String code : new TreeSet<>(wanted)) {
            for (long place : codes.places().getOrDefault(code, List.of())) {
                next = add(Kind.BILLED_CODE, -1, -1, place, yes, next);
            }
        }
        return next;
    }

    /** Whether codes of a group of ours are of the same date of service as the program's; then go on to a test. */
    int onSameDate(String group, int then) {
        int there = add(Kind.EQUAL, slots.of(Slots.group(group, "us")), -1, 1, then, TestGraph.FALSE);
        return add(Kind.EQUAL, slots.of("same_dos"), -1, 1, there, TestGraph.FALSE);
    }

    private int change(RuleNode node, String key, Kind kind, int other, int yes, int no) {
        Fact fact = fact(node, node.needText(key));
        if (fact.kind() != FactKind.TIME) {
            node.fail("The fact " + fact.name() + " is not time.", "Name a fact that counts time.");
        }
        return add(kind, slots.of(fact.name()), other, 0, yes, no);
    }

    Fact fact(RuleNode place, String name) {
        Optional<Fact> fact = slots.vocabulary().find(name);
        if (fact.isEmpty()) {
            place.fail(
                    "There is no fact " + name + ".", "Use a known fact, or declare it under facts in program.yaml.");
        }
        return fact.orElse(new Fact(name, "derived", FactKind.TEXT, "", List.of(), List.of(), name));
    }
}
