package health.medley.cli.internal.practice;

import health.medley.core.InputProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;

/** Reads the values of one row. A value that cannot be read is told to the rejects, and the row is then not good. */
final class Cells {

    private static final String DAY_REMEDY = "Write a day of the calendar as YYYY-MM-DD, for example 2025-03-31.";
    private static final String MOMENT_REMEDY =
            "Write date, time and offset from UTC as in 2025-03-04T12:14:51-05:00, in whole seconds.";

    private final CsvRow row;
    private final Rejects rejects;
    private boolean good = true;

    Cells(CsvRow row, Rejects rejects) {
        this.row = row;
        this.rejects = rejects;
    }

    /** Whether every value asked for so far could be read. */
    boolean good() {
        return good;
    }

    long line() {
        return row.line();
    }

    String text(String column) {
        return row.value(column);
    }

    /** A value that must not be empty. */
    String required(String column, String remedy) {
        String value = row.value(column);
        if (value.isBlank()) {
            reject(column, "This value is empty.", remedy);
        }
        return value;
    }

    /** One of some names; {@code empty} where nothing is written. */
    String oneOf(String column, Collection<String> names, String empty) {
        String value = row.value(column);
        return value.isEmpty() ? empty : oneOf(column, names);
    }

    /** One of some names, never empty. */
    String oneOf(String column, Collection<String> names) {
        String value = row.value(column);
        if (!names.contains(value)) {
            reject(
                    column,
                    value.isEmpty() ? "This value is empty." : "This name is unknown.",
                    "Write one of " + String.join(", ", names) + ".");
        }
        return value;
    }

    /** {@code Y}, or {@code N} or nothing. */
    boolean yes(String column) {
        String value = row.value(column);
        if (!value.isEmpty() && !value.equals("Y") && !value.equals("N")) {
            reject(column, "This is neither Y nor N.", "Write Y or N; empty means N.");
        }
        return value.equals("Y");
    }

    /** Ten digits. */
    String npi(String column) {
        String value = row.value(column);
        if (!value.matches("\\d{10}")) {
            reject(column, "This is not an NPI.", "Write the ten digits of the practitioner's NPI.");
        }
        return value;
    }

    /** A local day; empty where nothing is written. */
    Optional<LocalDate> day(String column) {
        String value = row.value(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            reject(column, "This is not a date.", DAY_REMEDY);
            return Optional.empty();
        }
    }

    /** A moment with its offset, in whole seconds; empty only if it cannot be read. */
    Optional<OffsetDateTime> moment(String column) {
        String value = row.value(column);
        try {
            OffsetDateTime moment = OffsetDateTime.parse(value);
            if (moment.getNano() == 0) {
                return Optional.of(moment);
            }
            reject(column, "This time has a fraction of a second.", MOMENT_REMEDY);
        } catch (DateTimeException e) {
            reject(
                    column,
                    lacksOffset(value) ? "This time has no offset from UTC." : "This is not a time.",
                    MOMENT_REMEDY);
        }
        return Optional.empty();
    }

    private static boolean lacksOffset(String value) {
        try {
            LocalDateTime.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    void reject(String column, String problem, String remedy) {
        good = false;
        rejects.add(new InputProblem(row.file(), row.line(), column, row.value(column), problem, remedy));
    }
}
