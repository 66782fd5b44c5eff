package health.medley.cli.internal.explain;

import health.medley.core.CareTime;
import java.util.Map;
import java.util.stream.Collectors;

/** Says a fact in words for people. */
final class FactWords {

    private static final String SECONDS = "_seconds";
    private static final String DISEASE = "disease ";
    private static final int LONGEST_NUMBER = 12;

    private FactWords() {}

    /** {@code consent_date} with its value: {@code consent date 2024-09-16}; seconds as minutes, flags as yes or no. */
    static String of(String name, String value) {
        // a disease's value begins with its name
        return name.startsWith(DISEASE) ? value : (name(name) + " " + value(name, value)).strip();
    }

    /** Several facts, semicolons between them. */
    static String of(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> of(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining("; "));
    }

    /** The fact's name without its signs. */
    static String name(String name) {
        String plain = name.endsWith(SECONDS) ? name.substring(0, name.length() - SECONDS.length()) + " time" : name;
        return plain.replace('_', ' ');
    }

    /** The fact's value. */
    static String value(String name, String value) {
        if (name.endsWith(SECONDS) && value.matches("\\d{1," + LONGEST_NUMBER + "}")) {
            return new CareTime(Long.parseLong(value)).inWords();
        }
        return switch (value) {
            case "Y" -> "yes";
            case "N" -> "no";
            default -> value;
        };
    }
}
