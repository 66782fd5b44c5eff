package health.medley.cli.internal.practice;

import java.util.List;
import java.util.Map;

/**
 * Holds one row of a table.
 *
 * @param file name of the file
 * @param line line it begins on, 1 for the first
 * @param columns position of each column by name
 * @param values its values, as many as the header names
 */
public record CsvRow(String file, long line, Map<String, Integer> columns, List<String> values) {

    /** The value of a column; empty if the table has no such column. */
    public String value(String column) {
        Integer position = columns.get(column);
        return position == null ? "" : values.get(position);
    }
}
