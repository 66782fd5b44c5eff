package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleProblems;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Put the values a practice sets in the place of those the rule files give. */
final class ParameterOverrides {
    /** Name under which a practice sets {@code fees.basis}. */
    static final String FEE_BASIS = "fee-basis";

    private static final Set<String> TIMES = Set.of("s", "min", "h");

    /** The file in which a practice sets values. */
    private static final String FILE = "practice.json";

    private final ProgramFile program;
    private final Map<String, Parameter> parameters;
    private final RuleProblems problems;

    ParameterOverrides(ProgramFile program, Map<String, Parameter> parameters, RuleProblems problems) {
        this.program = program;
        this.parameters = parameters;
        this.problems = problems;
    }

    void apply(Map<String, String> overrides) {
        overrides.forEach((name, text) -> {
            if (name.equals(FEE_BASIS) && !program.feeBasis.isEmpty()) {
                program.feeBasis = text.strip();
            } else if (parameters.containsKey(name)) {
                parameters.computeIfPresent(name, (same, given) -> replaced(name, given, text.strip()));
            } else {
                fail(name, text, "The rules have no parameter " + name + ".", "Set one of " + known() + ".");
            }
        });
    }

    private Parameter replaced(String name, Parameter given, String text) {
        if (!given.single()) {
            List<String> values = Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (values.isEmpty()) {
                fail(name, text, "The list is empty.", "Write its values with commas between them.");
                return given;
            }
            return Parameter.list(values);
        }
        if (given.flag()) {
            if (!Parameter.FLAGS.contains(text)) {
                fail(name, text, "The parameter " + name + " is yes or no.", "Write yes or no.");
                return given;
            }
            return Parameter.one(text, given.unit());
        }
        return measured(name, given, text);
    }

    private Parameter measured(String name, Parameter given, String text) {
        String unit = given.unit();
        String value = !unit.isEmpty() && text.endsWith(" " + unit)
                ? text.substring(0, text.length() - unit.length()).strip()
                : text;
        if (TIMES.contains(unit) && value.matches("\\d{1,9} (s|min|h)")) {
            int at = value.indexOf(' ');
            return Parameter.one(value.substring(0, at), value.substring(at + 1));
        }
        boolean number = given.values().get(0).matches("\\d+");
        if (value.isEmpty() || number && !value.matches("\\d{1,9}")) {
            fail(
                    name,
                    text,
                    "The parameter " + name + " is a number of " + unit + ".",
                    "Write it with its unit: " + given.values().get(0) + " " + unit + ".");
            return given;
        }
        return Parameter.one(value, unit);
    }

    private TreeSet<String> known() {
        TreeSet<String> known = new TreeSet<>(parameters.keySet());
        if (!program.feeBasis.isEmpty()) {
            known.add(FEE_BASIS);
        }
        return known;
    }

    private void fail(String name, String value, String problem, String remedy) {
        problems.add(FILE, 0, "parameters." + program.name + "." + name, value, problem, remedy);
    }
}
