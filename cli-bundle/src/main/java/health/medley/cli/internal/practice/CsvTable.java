package health.medley.cli.internal.practice;

import health.medley.core.InputProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table with a header, row by row: RFC 4180 quotes, LF or CRLF, with or without a byte order mark, UTF-8 only.
 *
 * @param name what it is called in problems
 * @param required columns it must have
 * @param optional columns it may have; empty for any
 * @param longestLineBytes limit of one line
 */
public record CsvTable(String name, List<String> required, Optional<Set<String>> optional, long longestLineBytes) {

    /** Copy the lists. */
    public CsvTable {
        required = List.copyOf(required);
        optional = optional.map(Set::copyOf);
    }

    /**
     * Read the table and hand each good row to {@code rows}.
     *
     * @return the columns in the file's order; empty if the header does not allow any row to be read
     */
    public Optional<List<String>> read(Path path, Rejects rejects, Consumer<CsvRow> rows) throws IOException {
        return read(Files.newInputStream(path), rejects, rows);
    }

    /** Read the table from bytes, which are closed at the end. */
    public Optional<List<String>> read(InputStream in, Rejects rejects, Consumer<CsvRow> rows) throws IOException {
        try (CsvLines lines = new CsvLines(in, name, longestLineBytes);
                CsvRecords records = new CsvRecords(lines, name, longestLineBytes, rejects)) {
            CsvRecords.Row header = records.next();
            if (header == null || header.line() != 1) {
                rejects.add(noHeader(header));
                return Optional.empty();
            }
            Map<String, Integer> columns = new LinkedHashMap<>();
            if (!headerIsGood(header.values(), columns, rejects)) {
                return Optional.empty();
            }
            records.expectColumns(header.values().size());
            for (CsvRecords.Row row = records.next(); row != null; row = records.next()) {
                rows.accept(new CsvRow(name, row.line(), columns, row.values()));
            }
            return Optional.of(List.copyOf(header.values()));
        }
    }

    private InputProblem noHeader(CsvRecords.@Nullable Row found) {
        String problem = found == null ? "The file has no header." : "The first line is not a header.";
        return new InputProblem(name, 1, "", "", problem, "Begin it with the line " + String.join(",", required) + ".");
    }

    private boolean headerIsGood(List<String> header, Map<String, Integer> columns, Rejects rejects) {
        boolean good = true;
        for (int i = 0; i < header.size(); i++) {
            String column = header.get(i);
            if (columns.putIfAbsent(column, i) != null) {
                rejects.add(header(column, "The header names this column twice.", "Name each column once."));
                good = false;
            } else if (!known(column)) {
                rejects.add(header(
                        column,
                        "This column is unknown; its values are not read.",
                        "Remove it, or correct its name. The columns are " + String.join(",", required) + "."));
            }
        }
        for (String column : required) {
            if (!columns.containsKey(column)) {
                rejects.add(header(
                        column,
                        "The header lacks this column.",
                        "Add it to the header and to every row; no row of the file was read."));
                good = false;
            }
        }
        return good;
    }

    private boolean known(String column) {
        return optional.isEmpty() || required.contains(column) || optional.get().contains(column);
    }

    private InputProblem header(String column, String problem, String remedy) {
        return new InputProblem(name, 1, column, column, problem, remedy);
    }
}
