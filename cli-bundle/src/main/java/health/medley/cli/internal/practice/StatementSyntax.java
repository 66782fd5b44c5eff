package health.medley.cli.internal.practice;

import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.OtherCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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
        return pairs(cells, column, Vocabulary.EVENTS, Vocabulary.DAY_EVENTS, Vocabulary.STAY_EVENTS);
    }

    static Map<String, String> facts(Cells cells, String column) {
        return pairs(cells, column, Vocabulary.FACTS, Vocabulary.DAY_FACTS, Set.of());
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
        Optional<LocalDate> day = parts.length < 2 ? Optional.empty() : day(parts[1]);
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

    private static Map<String, String> pairs(
            Cells cells, String column, Set<String> names, Set<String> days, Set<String> stays) {
        Map<String, String> pairs = new TreeMap<>();
        for (String part : parts(cells.text(column))) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                cells.reject(column, "\"" + part + "\" is not name=value.", PAIR_REMEDY);
                continue;
            }
            String name = part.substring(0, equals);
            String value = part.substring(equals + 1);
            if (!names.contains(name)) {
                cells.reject(
                        column,
                        "The name \"" + name + "\" is unknown.",
                        PAIR_REMEDY + " See the case-file reference for the names.");
            } else if (days.contains(name) && day(value).isEmpty()) {
                cells.reject(column, "The value of \"" + name + "\" is not a date.", "Write " + name + "=YYYY-MM-DD.");
            } else if (stays.contains(name) && !isStay(value)) {
                cells.reject(
                        column,
                        "The value of \"" + name + "\" is not a stay.",
                        "Write " + name + "=YYYY-MM-DD/YYYY-MM-DD, the first and the last day.");
            } else if (pairs.put(name, value) != null) {
                cells.reject(column, "The name \"" + name + "\" is given twice.", PAIR_REMEDY);
            }
        }
        return pairs;
    }

    private static List<String> parts(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";", -1));
    }

    private static boolean isStay(String value) {
        String[] ends = value.split("/", -1);
        if (ends.length != 2) {
            return false;
        }
        Optional<LocalDate> from = day(ends[0]);
        Optional<LocalDate> to = day(ends[1]);
        return from.isPresent() && to.isPresent() && !to.get().isBefore(from.get());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
