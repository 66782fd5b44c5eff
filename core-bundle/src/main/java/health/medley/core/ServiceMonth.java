package health.medley.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * Name the calendar month in which care was given; rules are chosen by it, never by today's date.
 *
 * @param value the calendar month in the practice's time zone
 */
public record ServiceMonth(YearMonth value) implements Comparable<ServiceMonth> {

    /** Check that a month is given. */
    public ServiceMonth {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Read a month written {@code YYYY-MM}.
     *
     * @throws MedleyException {@code ARGUMENT_INVALID} if it is not one
     */
    public static ServiceMonth parse(String text) {
        try {
            return new ServiceMonth(YearMonth.parse(text));
        } catch (DateTimeParseException e) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Reading a service month: \"" + text + "\" is not one. Write it YYYY-MM, for example 2025-03.");
        }
    }

    /** First day of the month. */
    public LocalDate firstDay() {
        return value.atDay(1);
    }

    /** Last day of the month. */
    public LocalDate lastDay() {
        return value.atEndOfMonth();
    }

    /** Whether {@code day} lies in the month. */
    public boolean contains(LocalDate day) {
        return YearMonth.from(day).equals(value);
    }

    /** First instant of the month in {@code zone}. */
    public Instant start(ZoneId zone) {
        return firstDay().atStartOfDay(zone).toInstant();
    }

    /** First instant after the month in {@code zone}; the month has 23- and 25-hour days where the zone has. */
    public Instant end(ZoneId zone) {
        return lastDay().plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public int compareTo(ServiceMonth other) {
        return value.compareTo(other.value);
    }

    /** As written in files: {@code 2025-03}. */
    @Override
    public String toString() {
        return value.toString();
    }
}
