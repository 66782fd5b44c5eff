package health.medley.cli.internal.practice;

import health.medley.core.billing.CaseRow;
import health.medley.core.chart.ChartQuery;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a file of cases as it is written; what the columns mean is billing's word.
 *
 * @param name the file's name
 * @param columns its columns, in order
 * @param rows its rows, in order
 */
public record CaseFile(String name, List<String> columns, List<CaseRow> rows) {

    /** Copy the lists. */
    public CaseFile {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Read a file of cases; empty if its header does not allow any row to be read. */
    public static Optional<CaseFile> read(Path path, Rejects rejects) throws IOException {
        return read(Files.newInputStream(path), String.valueOf(path.getFileName()), rejects);
    }

    /** Read cases from the text of a file. */
    public static Optional<CaseFile> of(String text, String name, Rejects rejects) throws IOException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name, rejects);
    }

    /** Whether the cases say what is expected of them. */
    public boolean expects() {
        return columns.stream().anyMatch(column -> column.startsWith("expected_") && !isInput(column));
    }

    private static Optional<CaseFile> read(InputStream in, String name, Rejects rejects) throws IOException {
        List<CaseRow> rows = new ArrayList<>();
        CsvTable table = new CsvTable(name, List.of("id"), Optional.empty(), ChartQuery.LONGEST_LINE_BYTES);
        return table.read(in, rejects, row -> rows.add(caseRow(row))).map(columns -> new CaseFile(name, columns, rows));
    }

    /** One column of the format begins with the same word and is a fact of the case. */
    private static boolean isInput(String column) {
        return column.equals("expected_12_months");
    }

    private static CaseRow caseRow(CsvRow row) {
        Map<String, String> columns = new LinkedHashMap<>();
        row.columns()
                .forEach((column, position) -> columns.put(column, row.values().get(position)));
        return new CaseRow(row.line(), columns);
    }
}
