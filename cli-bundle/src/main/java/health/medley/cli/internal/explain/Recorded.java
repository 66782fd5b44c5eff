package health.medley.cli.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleRef;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds a determination as somebody recorded it.
 *
 * @param line line of the file it begins on
 * @param patient whose
 * @param month the service month
 * @param rules the rules it names; empty where no rules decided
 * @param facts the facts it rests on
 * @param content all of it
 */
record Recorded(
        long line,
        String patient,
        ServiceMonth month,
        Optional<RuleRef> rules,
        Map<String, String> facts,
        ObjectNode content) {

    /** Says what is wrong with a record, as an input problem. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient InputProblem problem;

        Unreadable(InputProblem problem) {
            super(problem.problem());
            this.problem = problem;
        }

        InputProblem problem() {
            return problem;
        }
    }

    /** Read a determination of {@code file}. */
    static Recorded of(String file, long line, JsonNode node) throws Unreadable {
        if (!(node instanceof ObjectNode content)) {
            throw new Unreadable(new InputProblem(
                    file,
                    line,
                    "",
                    "",
                    "This is not a determination.",
                    "Give determinations as medley run writes them, one JSON object a line."));
        }
        Parts parts = new Parts(file, line);
        ServiceMonth month = parts.month(content);
        Map<String, String> facts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> fact : parts.object(content, "facts").properties()) {
            facts.put(fact.getKey(), fact.getValue().asText());
        }
        boolean undecided = parts.text(content, "status").equals("UNKNOWN") && !content.has("rules");
        Optional<RuleRef> rules = undecided ? Optional.empty() : Optional.of(parts.rules(content));
        return new Recorded(line, parts.text(content, "patient"), month, rules, facts, content);
    }

    private record Parts(String file, long line) {

        String text(ObjectNode in, String key) throws Unreadable {
            JsonNode value = in.get(key);
            if (value == null || !value.isTextual()) {
                throw wrong(key, value == null ? "" : value.toString(), "a text");
            }
            return value.asText();
        }

        ObjectNode object(ObjectNode in, String key) throws Unreadable {
            if (in.get(key) instanceof ObjectNode object) {
                return object;
            }
            throw wrong(key, String.valueOf(in.path(key)), "an object");
        }

        ServiceMonth month(ObjectNode in) throws Unreadable {
            String text = text(in, "month");
            try {
                return ServiceMonth.parse(text);
            } catch (MedleyException e) {
                throw wrong("month", text, "a month, YYYY-MM");
            }
        }

        RuleRef rules(ObjectNode in) throws Unreadable {
            ObjectNode rules = object(in, "rules");
            return new RuleRef(text(rules, "name"), text(rules, "version"), text(rules, "hash"));
        }

        private Unreadable wrong(String key, String value, String expected) {
            return new Unreadable(new InputProblem(
                    file,
                    line,
                    key,
                    value,
                    "A determination has " + expected + " under the key \"" + key + "\".",
                    "Take the line again from what medley run or medley explain --json wrote."));
        }
    }
}
