package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.TestGraph.Kind;
import health.medley.billing.internal.plan.TestGraph.Step;
import health.medley.billing.internal.reading.RuleNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compile the conditions of a rule set to tests. One for each rule set; not safe for concurrent use. */
final class Conditions {
    private static final Map<String, Kind> COMPARISONS = Map.of(
            "is", Kind.EQUAL,
            "is-not", Kind.NOT_EQUAL,
            "at-least", Kind.AT_LEAST,
            "more-than", Kind.MORE_THAN,
            "at-most", Kind.AT_MOST,
            "below", Kind.BELOW);
    private static final Set<String> BY = Set.of("us", "another", "anyone", "asked");
    private static final long[] NO_SET = {};

    private final Slots slots;
    private final Map<String, Parameter> parameters;
    private final List<String> families;
    private final Set<String> groups;
    private final List<Step> steps = new ArrayList<>();

    /**
     * A value by name.
     *
     * @param values the values; one for a single value
     * @param unit the unit of a single value
     */
    record Parameter(List<String> values, String unit) {
        String text() {
            return unit.isEmpty() ? values.get(0) : values.get(0) + " " + unit;
        }
    }

    Conditions(Slots slots, Map<String, Parameter> parameters, List<String> families, Set<String> groups) {
        this.slots = slots;
        this.parameters = parameters;
        this.families = families;
        this.groups = groups;
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
        return comparison(node, yes, no);
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

    private int add(Step step) {
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
            return add(Kind.BILLED_ANY, 0, -1, 0, yes, no);
        }
        if (!families.contains(family)) {
            node.fail("There is no family " + family + ".", "Use one of " + families + " or any.");
        }
        return add(Kind.BILLED, 0, -1, families.indexOf(family), yes, no);
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

    private int comparison(RuleNode node, int yes, int no) {
        Fact fact = fact(node, node.needText("fact"));
        int slot = slots.of(fact.name());
        Optional<RuleNode> given = node.find("given");
        if (given.isPresent()) {
            boolean wanted = given.get().text().equals("yes");
            return add(Kind.GIVEN, slot, -1, 0, wanted ? yes : no, wanted ? no : yes);
        }
        for (Map.Entry<String, Kind> entry : COMPARISONS.entrySet()) {
            Optional<RuleNode> value = node.find(entry.getKey());
            if (value.isPresent()) {
                return compare(fact, slot, entry.getValue(), value.get(), yes, no);
            }
        }
        for (String key : List.of("one-of", "none-of")) {
            Optional<RuleNode> value = node.find(key);
            if (value.isPresent()) {
                Kind kind = key.equals("one-of") ? Kind.ONE_OF : Kind.NONE_OF;
                return add(new Step(kind, slot, -1, 0, list(fact, value.get()), yes, no));
            }
        }
        node.fail(
                "The condition compares nothing.",
                "Add is, is-not, at-least, more-than, at-most, below, one-of, " + "none-of or given.");
        return no;
    }

    private int compare(Fact fact, int slot, Kind kind, RuleNode value, int yes, int no) {
        if (!value.isMapping()) {
            return add(kind, slot, -1, Literals.read(fact, value.text(), value, slots), yes, no);
        }
        Optional<RuleNode> parameter = value.find("parameter");
        if (parameter.isPresent()) {
            String text = parameter(parameter.get()).text();
            value.close();
            return add(kind, slot, -1, Literals.read(fact, text, value, slots), yes, no);
        }
        Fact other = fact(value, value.needText("fact"));
        if (other.kind() != fact.kind()) {
            value.fail("The facts are of different kinds.", "Compare a " + fact.kind() + " with another.");
        }
        long offset =
                value.find("plus").map(days -> Literals.days(days.text(), days)).orElse(0L)
                        - value.find("minus")
                                .map(days -> Literals.days(days.text(), days))
                                .orElse(0L);
        value.close();
        return add(kind, slot, slots.of(other.name()), offset, yes, no);
    }

    private Parameter parameter(RuleNode name) {
        Parameter parameter = parameters.get(name.text());
        if (parameter == null || parameter.values().isEmpty()) {
            name.fail("There is no parameter " + name.text() + ".", "Use one of " + parameters.keySet() + ".");
            return new Parameter(List.of("0"), "");
        }
        return parameter;
    }

    private long[] list(Fact fact, RuleNode value) {
        List<String> words = value.isMapping() ? List.of() : value.texts();
        if (value.isMapping()) {
            words = value.need("parameter")
                    .map(name -> parameter(name).values())
                    .orElse(List.of());
            value.close();
        }
        return words.stream()
                .mapToLong(word -> Literals.read(fact, word, value, slots))
                .toArray();
    }
}
