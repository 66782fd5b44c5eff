package health.medley.cli.internal.practice;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What kind of value stands behind the name of an event or fact. */
enum ValueKind {
    DAY("is not a date", "YYYY-MM-DD"),
    DAY_OR_FLAG("is neither a date nor Y or N", "YYYY-MM-DD"),
    STAY("is not a stay", "YYYY-MM-DD/YYYY-MM-DD, the first and the last day, or YYYY-MM-DD/ for one that lasts"),
    FLAG("is neither Y nor N", "Y or N"),
    MINUTES("is not a number of minutes", "a number of minutes, 0 or more"),
    MINUTES_OR_ALL("is not a number of minutes", "a number of minutes, or all"),
    COUNT("is not a whole number", "a whole number, 0 or more"),
    TEXT("is empty", "a value");

    private static final Set<String> FLAGS = Set.of("Y", "N");
    private static final String MINUTES_PATTERN = "\\d{1,5}(\\.\\d{1,3})?";

    private final String trouble;
    private final String form;

    ValueKind(String trouble, String form) {
        this.trouble = trouble;
        this.form = form;
    }

    /** What is wrong with a value that does not fit, as the end of a sentence. */
    String trouble() {
        return trouble;
    }

    /** How a value is written. */
    String form() {
        return form;
    }

    /** Whether a text is a value of this kind. */
    boolean fits(String text) {
        return switch (this) {
            case DAY -> day(text).isPresent();
            case DAY_OR_FLAG -> day(text).isPresent() || FLAGS.contains(text);
            case STAY -> isStay(text);
            case FLAG -> FLAGS.contains(text);
            case MINUTES -> text.matches(MINUTES_PATTERN);
            case MINUTES_OR_ALL -> text.equals("all") || text.matches(MINUTES_PATTERN);
            case COUNT -> text.matches("\\d{1,9}");
            case TEXT -> !text.isBlank();
        };
    }

    /** The day a text says; empty for anything else. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isStay(String text) {
        String[] ends = text.split("/", -1);
        if (ends.length != 2 || day(ends[0]).isEmpty()) {
            return false;
        }
        Optional<LocalDate> to = day(ends[1]);
        return ends[1].isEmpty()
                || to.isPresent() && !to.get().isBefore(day(ends[0]).get());
    }
}
