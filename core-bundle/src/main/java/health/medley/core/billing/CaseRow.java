package health.medley.core.billing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hold one row of a file of cases.
 *
 * @param line line of the file it begins on, 1 for the first
 * @param columns text by column name, in the file's order; the columns are those of the case files (see
 *     {@code docs/reference/case-files.md})
 */
public record CaseRow(long line, Map<String, String> columns) {
    /** Copy the columns. */
    public CaseRow {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }
}
