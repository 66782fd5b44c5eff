package health.medley.rest.internal.routes;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.rest.internal.http.Call;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the values of query parameters. */
final class QueryValues {

    private QueryValues() {}

    /** The text of a parameter that the route needs. */
    static String needed(Call call, String name) {
        return call.query(name).orElse("");
    }

    /** The day a parameter names. */
    static Optional<LocalDate> day(Call call, String name) {
        try {
            return call.query(name).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw invalid(name, "no day", "YYYY-MM-DD, for example 2025-03-31");
        }
    }

    /** The moment that a parameter, which the route needs, names. */
    static OffsetDateTime moment(Call call, String name) {
        try {
            return OffsetDateTime.parse(needed(call, name));
        } catch (DateTimeParseException e) {
            throw invalid(name, "no moment", "a time with its offset, for example 2025-03-31T20:00:00-04:00");
        }
    }

    /** The month that a parameter, which the route needs, names. */
    static ServiceMonth month(Call call, String name) {
        return ServiceMonth.parse(needed(call, name));
    }

    /** Whether a parameter says {@code true}. */
    static boolean yes(Call call, String name) {
        String text = call.query(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(name, "neither yes nor no", "true or false");
        }
        return text.equals("true");
    }

    /** One of a few words, written in lower case with hyphens. */
    static <E extends Enum<E>> Optional<E> word(Call call, String name, Class<E> words) {
        Optional<String> text = call.query(name);
        Optional<E> found = text.flatMap(given -> Arrays.stream(words.getEnumConstants())
                .filter(word -> written(word).equals(given))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            String known = Arrays.stream(words.getEnumConstants())
                    .map(QueryValues::written)
                    .collect(Collectors.joining(", "));
            throw invalid(name, "none of its words", known);
        }
        return found;
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static MedleyException invalid(String name, String problem, String expected) {
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "The query parameter " + name + " is " + problem + ": expected " + expected);
    }
}
