package health.medley.itests.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One clause of a manifest header: its names and its attributes and directives, quotes taken off. */
record Header(String name, Map<String, String> parameters) {

    /** Clauses of a header, one for each name; none for an absent header. */
    static List<Header> parse(String header) {
        List<Header> clauses = new ArrayList<>();
        if (header == null || header.isBlank()) {
            return clauses;
        }
        for (String clause : split(header, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> parameters = new LinkedHashMap<>();
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part.trim());
                } else {
                    String key = part.substring(0, equals).replace(":", "").trim();
                    parameters.put(
                            key, part.substring(equals + 1).replace("\"", "").trim());
                }
            }
            names.forEach(name -> clauses.add(new Header(name, parameters)));
        }
        return clauses;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '"') {
                quoted = !quoted;
            } else if (text.charAt(i) == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
