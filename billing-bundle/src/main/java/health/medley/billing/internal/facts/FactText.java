package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.Fact;
import health.medley.billing.internal.plan.FactView;
import health.medley.billing.internal.plan.RulePlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** Read facts from text as files carry them. */
public final class FactText {
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final int SHORTEST_DAY = "2025-01-01".length();
    private static final int MOST_DIGITS = 9;
    private static final BigDecimal MOST_MINUTES = BigDecimal.valueOf(100_000);

    private FactText() {}

    /** The flag a text says: {@code Y}, {@code N}, {@code yes} or {@code no} in any case; empty for anything else. */
    public static Optional<Boolean> flag(String text) {
        return switch (text.strip().toUpperCase(Locale.ROOT)) {
            case "Y", "YES", "TRUE" -> Optional.of(true);
            case "N", "NO", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** The day a text says; empty for anything else. */
    public static Optional<LocalDate> day(String text) {
        // most texts asked for are not there: an exception for each would take most of a case's time
        if (text.length() < SHORTEST_DAY) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Seconds of a number of minutes such as {@code 20} or {@code 19.98}, to the nearest; empty for anything else. */
    public static Optional<Long> minutes(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            BigDecimal minutes = new BigDecimal(text.strip());
            if (minutes.signum() < 0 || minutes.compareTo(MOST_MINUTES) > 0) {
                return Optional.empty();
            }
            return Optional.of(
                    minutes.multiply(MINUTE).setScale(0, RoundingMode.HALF_UP).longValueExact());
        } catch (NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** A whole number of at most nine digits; empty for anything else. */
    public static Optional<Long> count(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return Optional.empty();
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        return Optional.of(Long.parseLong(digits));
    }

    /** Whether a text can be a value of the fact. */
    public static boolean fits(Fact fact, String text) {
        return switch (fact.kind()) {
            case FLAG -> flag(text).isPresent();
            case DATE -> day(text).isPresent();
            case TIME ->
                fact.unit().equals("s")
                        ? count(text).isPresent()
                        : minutes(text).isPresent();
            case COUNT -> count(text).isPresent();
            case LEVEL -> fact.words().contains(text.strip());
            default -> !text.isBlank();
        };
    }

    /** What is expected of a value of the fact, for messages. */
    public static String expected(Fact fact) {
        return switch (fact.kind()) {
            case FLAG -> "Write Y or N.";
            case DATE -> "Write a day as YYYY-MM-DD.";
            case TIME -> "Write a number of " + (fact.unit().equals("s") ? "seconds." : "minutes, 0 or more.");
            case COUNT -> "Write a whole number, 0 or more.";
            case LEVEL -> "Write one of " + String.join(", ", fact.words()) + ".";
            default -> "Write a value.";
        };
    }

    /** The number a plan computes with; {@link FactView#ABSENT} for text that is none. */
    static long number(RulePlan plan, Fact fact, String text) {
        return switch (fact.kind()) {
            case FLAG -> flag(text).map(yes -> yes ? 1L : 0L).orElse(FactView.ABSENT);
            case DATE -> day(text).map(LocalDate::toEpochDay).orElse(FactView.ABSENT);
            case TIME -> (fact.unit().equals("s") ? count(text) : minutes(text)).orElse(FactView.ABSENT);
            case COUNT -> count(text).orElse(FactView.ABSENT);
            case WORD, LEVEL -> plan.ordinal(fact.name(), text.strip());
            default -> 1;
        };
    }
}
