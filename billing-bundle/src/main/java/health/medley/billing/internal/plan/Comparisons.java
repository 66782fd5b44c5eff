package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.TestGraph.Kind;
import health.medley.billing.internal.plan.TestGraph.Step;
import health.medley.billing.internal.reading.RuleNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compile comparisons of facts with values, parameters and other facts. Not safe for concurrent use. */
final class Comparisons {
    private static final Map<String, Kind> COMPARISONS = Map.of(
            "is", Kind.EQUAL,
            "is-not", Kind.NOT_EQUAL,
            "at-least", Kind.AT_LEAST,
            "more-than", Kind.MORE_THAN,
            "at-most", Kind.AT_MOST,
            "below", Kind.BELOW);

    private final Conditions conditions;
    private final Slots slots;
    private final Map<String, Parameter> parameters;

    Comparisons(Conditions conditions, Slots slots, Map<String, Parameter> parameters) {
        this.conditions = conditions;
        this.slots = slots;
        this.parameters = parameters;
    }

    int comparison(RuleNode node, int yes, int no) {
        Fact fact = conditions.fact(node, node.needText("fact"));
        int slot = slots.of(fact.name());
        Optional<RuleNode> given = node.find("given");
        if (given.isPresent()) {
            boolean wanted = given.get().text().equals("yes");
            if (!Parameter.FLAGS.contains(given.get().text())) {
                given.get().fail("A fact is given or not.", "Write given: yes, or given: no.");
            }
            return conditions.add(Kind.GIVEN, slot, -1, 0, wanted ? yes : no, wanted ? no : yes);
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
                return conditions.add(new Step(kind, slot, -1, 0, list(fact, value.get()), yes, no));
            }
        }
        node.fail(
                "The condition compares nothing.",
                "Add is, is-not, at-least, more-than, at-most, below, one-of, none-of or given.");
        return no;
    }

    private int compare(Fact fact, int slot, Kind kind, RuleNode value, int yes, int no) {
        if (!value.isMapping()) {
            return conditions.add(kind, slot, -1, Literals.read(fact, value.text(), value, slots), yes, no);
        }
        Optional<RuleNode> parameter = value.find("parameter");
        if (parameter.isPresent()) {
            String text = parameter(parameter.get()).text(fact.kind());
            value.close();
            return conditions.add(kind, slot, -1, Literals.read(fact, text, value, slots), yes, no);
        }
        Fact other = conditions.fact(value, value.needText("fact"));
        if (other.kind() != fact.kind()) {
            value.fail("The facts are of different kinds.", "Compare a " + fact.kind() + " with another.");
        }
        long offset =
                value.find("plus").map(days -> Literals.days(days.text(), days)).orElse(0L)
                        - value.find("minus")
                                .map(days -> Literals.days(days.text(), days))
                                .orElse(0L);
        value.close();
        return conditions.add(kind, slot, slots.of(other.name()), offset, yes, no);
    }

    /** A parameter that is yes or no decides while compiling; nothing is left to test. */
    int parameter(RuleNode node, int yes, int no) {
        RuleNode name = node.need("parameter").orElse(node);
        String value = parameter(name).values().get(0);
        String wanted = node.needText("is");
        if (!Parameter.FLAGS.contains(wanted)) {
            node.fail("A parameter is asked for yes or no.", "Write is: yes, or is: no.");
        }
        if (!Parameter.FLAGS.contains(value)) {
            name.fail("The parameter " + name.text() + " is " + value + ".", "Name a parameter that is yes or no.");
        }
        return value.equals(wanted) ? yes : no;
    }

    private Parameter parameter(RuleNode name) {
        Parameter parameter = parameters.get(name.text());
        if (parameter == null || parameter.values().isEmpty()) {
            name.fail("There is no parameter " + name.text() + ".", "Use one of " + parameters.keySet() + ".");
            return Parameter.one("0", "");
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
