package health.medley.core;

import java.util.Objects;

/**
 * Point at a piece of input that could not be read, and say how to mend it. The good input around it is still used.
 *
 * @param file file name as its reader would say it, relative to what was asked for
 * @param line line, 1 for the first; 0 if the whole file is meant
 * @param column column name in a table, or the position in the line, 1 for the first; empty if the whole line is meant
 * @param value the offending value, at most 80 characters; for people who may see the input, never logged
 * @param problem what is wrong, as a sentence
 * @param remedy what to do, as a sentence
 */
public record InputProblem(String file, long line, String column, String value, String problem, String remedy) {

    private static final int LONGEST_VALUE = 80;

    /** Check that no part is null and cut a long value. */
    public InputProblem {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(remedy, "remedy");
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE - 1) + "…";
        }
    }

    /** Where it is: {@code activity.csv:12:start}. */
    public String place() {
        StringBuilder place = new StringBuilder(file);
        if (line > 0) {
            place.append(':').append(line);
        }
        if (!column.isEmpty()) {
            place.append(':').append(column);
        }
        return place.toString();
    }
}
