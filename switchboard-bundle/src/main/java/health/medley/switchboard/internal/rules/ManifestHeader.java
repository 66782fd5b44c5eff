package health.medley.switchboard.internal.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Read the clauses of a manifest header: {@code name;attribute=value;directive:=value,...}, values quoted or not. */
final class ManifestHeader {
    private ManifestHeader() {}

    /**
     * One clause.
     *
     * @param name what stands before the first semicolon
     * @param attributes attributes by name, without their types; directives are left out
     */
    record Clause(String name, Map<String, String> attributes) {}

    /** Read every clause. */
    static List<Clause> clauses(String header) {
        List<Clause> clauses = new ArrayList<>();
        for (String clause : split(header, ',')) {
            List<String> parts = split(clause, ';');
            Map<String, String> attributes = new HashMap<>();
            for (String part : parts.subList(1, parts.size())) {
                int equals = part.indexOf('=');
                if (equals > 0 && part.charAt(equals - 1) != ':') {
                    String name = part.substring(0, equals).strip();
                    int type = name.indexOf(':');
                    attributes.put(type < 0 ? name : name.substring(0, type), unquoted(part.substring(equals + 1)));
                }
            }
            clauses.add(new Clause(parts.get(0).strip(), attributes));
        }
        return clauses;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == separator && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String unquoted(String value) {
        String text = value.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
