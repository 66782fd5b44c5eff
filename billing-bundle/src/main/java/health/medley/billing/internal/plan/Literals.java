package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turn the text of a value, with its unit, into the number of a fact. */
final class Literals {
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d+)\\s*(\\p{Alpha}[\\p{Alpha} ]*)?");
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "min", 60L, "h", 3600L);

    private Literals() {}

    /** The number {@code text} stands for as a value of {@code fact}; a mistake is noted at {@code place}. */
    static long read(Fact fact, String text, RuleNode place, Slots slots) {
        return switch (fact.kind()) {
            case FLAG -> flag(fact, text, place);
            case DATE -> date(text, place).toEpochDay();
            case WORD -> slots.wordOf(text);
            case LEVEL -> level(fact, text, place, slots);
            case TIME -> seconds(text, place);
            case COUNT -> count(fact, text, place);
            default -> unfit(fact, place);
        };
    }

    private static long unfit(Fact fact, RuleNode place) {
        place.fail("The fact " + fact.name() + " has no value to compare.", "Ask only whether it is given: yes or no.");
        return 0;
    }

    private static long flag(Fact fact, String text, RuleNode place) {
        if (!text.equals("yes") && !text.equals("no")) {
            place.fail("The fact " + fact.name() + " is yes or no.", "Write yes or no.");
        }
        return text.equals("yes") ? 1 : 0;
    }

    static LocalDate date(String text, RuleNode place) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            place.fail("This is not a day.", "Write YYYY-MM-DD, for example 2025-01-01.");
            return LocalDate.EPOCH;
        }
    }

    private static long level(Fact fact, String text, RuleNode place, Slots slots) {
        long level = slots.ordinal(fact.name(), text);
        if (level == FactView.ABSENT) {
            place.fail(
                    "The fact " + fact.name() + " has no such level.",
                    "Use one of " + String.join(", ", fact.words()) + ".");
        }
        return level;
    }

    /** Seconds of an amount such as {@code 20 min}. */
    static long seconds(String text, RuleNode place) {
        Matcher matcher = AMOUNT.matcher(text);
        String unit =
                matcher.matches() && matcher.group(2) != null ? matcher.group(2).strip() : "";
        Long factor = SECONDS.get(unit);
        if (factor == null) {
            place.fail("This is not an amount of time with its unit.", "Write a number with min, s or h: 20 min.");
            return 0;
        }
        return number(matcher.group(1), place) * factor;
    }

    private static long number(String digits, RuleNode place) {
        if (digits.length() > 9) {
            place.fail("The number is too large.", "Write at most nine digits.");
            return 0;
        }
        return Long.parseLong(digits);
    }

    private static long count(Fact fact, String text, RuleNode place) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()) {
            place.fail("This is not a number.", "Write a whole number with its unit.");
            return 0;
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2).strip();
        if (!unit.equals(fact.unit())) {
            place.fail(
                    "The fact " + fact.name() + " counts " + (fact.unit().isEmpty() ? "without a unit" : fact.unit())
                            + ", but the value has " + (unit.isEmpty() ? "no unit" : "the unit " + unit) + ".",
                    "Write " + (matcher.group(1) + " " + fact.unit()).strip() + ".");
        }
        return number(matcher.group(1), place);
    }

    /** A modifier of a code. */
    static String modifier(RuleNode node) {
        if (!node.text().matches("[0-9A-Z]{2}")) {
            node.fail("This is not a modifier.", "Write two characters in quotes, for example \"59\".");
        }
        return node.text();
    }

    /** Days of an amount such as {@code 365 days}. */
    static long days(String text, RuleNode place) {
        Matcher matcher = AMOUNT.matcher(text);
        if (!matcher.matches()
                || matcher.group(2) == null
                || !matcher.group(2).strip().equals("days")) {
            place.fail("This is not a number of days.", "Write a whole number of days: 365 days.");
            return 0;
        }
        return number(matcher.group(1), place);
    }
}
