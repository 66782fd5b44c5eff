package health.medley.itests.oracle;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Count the chronic diseases among codes. */
final class Diseases {
    private final Map<String, Map<String, String>> exact = new HashMap<>();
    private final TreeMap<String, Map<String, String>> prefixes = new TreeMap<>();

    Diseases() {
        for (Map<String, String> row : Csv.resource("chronic.csv")) {
            String key = row.get("code_system") + ":" + row.get("code");
            if (row.get("match").equals("exact")) {
                exact.put(key, row);
            } else if (row.get("match").equals("prefix")) {
                prefixes.put(key, row);
            }
        }
    }

    /** The diseases of codes written {@code SNOMED:code} or {@code ICD10CM:code}: categories, or codes without one. */
    Set<String> of(Iterable<String> codes) {
        Set<String> diseases = new TreeSet<>();
        for (String code : codes) {
            Optional<Map<String, String>> row = row(code);
            if (row.isPresent() && row.get().get("chronic").equals("yes")) {
                String category = row.get().get("ccw_category");
                diseases.add(category.isEmpty() ? code : category);
            }
        }
        return diseases;
    }

    private Optional<Map<String, String>> row(String code) {
        if (exact.containsKey(code)) {
            return Optional.of(exact.get(code));
        }
        for (int end = code.length(); end > code.indexOf(':') + 1; end--) {
            Map<String, String> row = prefixes.get(code.substring(0, end));
            if (row != null) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }
}
