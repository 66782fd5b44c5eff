package health.medley.cli.internal.practice;

import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the small lists inside a value: codes, {@code name=value} pairs, items and the initiating visit. */
final class StatementSyntax {

    private static final String CODE = "[0-9A-Z]\\d{3}[0-9A-Z]";
    private static final String PAIR_REMEDY = "Write name=value, several joined by ;, each name once.";

    private StatementSyntax() {}

    static List<OtherCode> otherCodes(Cells cells, String column) {
        List<OtherCode> codes = new ArrayList<>();
        for (String part : parts(cells.text(column))) {
            try {
                codes.add(OtherCode.parse(part));
            } catch (IllegalArgumentException e) {
                cells.reject(
                        column,
                        "\"" + part + "\" is not a code.",
                        "Write CODE@PRACTITIONER, several joined by ;, for example 99457@P1;G0181@P2.");
            }
        }
        return codes;
    }

    static Map<String, String> events(Cells cells, String column) {
        return pairs(cells, column, Vocabulary.EVENTS);
    }

    static Map<String, String> facts(Cells cells, String column) {
        return pairs(cells, column, Vocabulary.FACTS);
    }

    static Set<String> consentItems(Cells cells, String column) {
        List<String> items = parts(cells.text(column));
        for (String item : items) {
            if (!Vocabulary.CONSENT_ITEMS.contains(item)) {
                cells.reject(
                        column,
                        "\"" + item + "\" is not something a patient is told before consenting.",
                        "Write of " + String.join(";", Vocabulary.CONSENT_ITEMS) + " those the patient was told.");
            }
        }
        return Set.copyOf(items);
    }

    static Optional<InitiatingVisit> visit(Cells cells, String column) {
        String text = cells.text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = text.split("@", -1);
        Optional<LocalDate> day = parts.length < 2 ? Optional.empty() : ValueKind.day(parts[1]);
        boolean good = parts.length <= 3 && parts[0].matches(CODE) && day.isPresent();
        if (!good || (parts.length == 3 && parts[2].isBlank())) {
            cells.reject(
                    column,
                    "This is not a visit.",
                    "Write CODE@YYYY-MM-DD, or CODE@YYYY-MM-DD@NPI, for example 99214@2024-04-05@1999999018.");
            return Optional.empty();
        }
        Optional<String> npi =
                parts.length < 3 || parts[2].equals(OtherCode.US) ? Optional.empty() : Optional.of(parts[2]);
        return day.map(made -> new InitiatingVisit(parts[0], made, npi));
    }

    private static Map<String, String> pairs(Cells cells, String column, Map<String, ValueKind> names) {
        Map<String, String> pairs = new TreeMap<>();
        for (String part : parts(cells.text(column))) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                cells.reject(column, "\"" + part + "\" is not name=value.", PAIR_REMEDY);
                continue;
            }
            String name = part.substring(0, equals).strip();
            String value = part.substring(equals + 1).strip();
            ValueKind kind = names.get(name);
            if (kind == null) {
                cells.reject(column, "The name \"" + name + "\" is unknown.", nearest(name, names));
            } else if (!kind.fits(value)) {
                cells.reject(
                        column,
                        "The value of \"" + name + "\" " + kind.trouble() + ".",
                        "Write " + name + "= and then " + kind.form() + ".");
            } else if (pairs.put(name, value) != null) {
                cells.reject(column, "The name \"" + name + "\" is given twice.", PAIR_REMEDY);
            }
        }
        return pairs;
    }

    /** Say which names there are, those that begin alike first. */
    private static String nearest(String name, Map<String, ValueKind> names) {
        String start = name.substring(0, Math.min(2, name.length()));
        List<String> alike = names.keySet().stream()
                .filter(known -> known.startsWith(start))
                .sorted()
                .toList();
        List<String> shown = alike.isEmpty() ? names.keySet().stream().sorted().toList() : alike;
        return "Remove it, or write the name as it is known: " + String.join(", ", shown) + ".";
    }

    /** What stands between the semicolons; nothing between two of them is nothing. */
    private static List<String> parts(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
