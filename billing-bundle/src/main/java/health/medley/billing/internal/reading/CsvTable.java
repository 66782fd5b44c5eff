package health.medley.billing.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Read a table of comma-separated values with a header, RFC 4180, with the line of every row. */
public final class CsvTable {
    private static final String BUNDLED = "/medley/billing/";

    private final List<String> header;
    private final List<Row> rows;

    /**
     * A row of the table.
     *
     * @param line line it begins on, 1 for the first of the file
     * @param columns text by column name
     */
    public record Row(int line, Map<String, String> columns) {
        /** The text of a column, empty if the table has none by that name. */
        public String text(String column) {
            return columns.getOrDefault(column, "");
        }
    }

    private CsvTable(List<String> header, List<Row> rows) {
        this.header = header;
        this.rows = rows;
    }

    /** Read a table; rows that are too long, too short or cut off are noted and left out. */
    public static CsvTable read(String file, String text, RuleProblems problems) {
        Cursor cursor = new Cursor(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<String> header = cursor.done() ? List.of() : cursor.record();
        List<Row> rows = new ArrayList<>();
        while (!cursor.done()) {
            int line = cursor.line;
            List<String> cells = cursor.record();
            if (cells.size() == 1 && cells.get(0).isEmpty()) {
                continue;
            }
            if (cells.size() != header.size() || cursor.cut) {
                problems.add(
                        file,
                        line,
                        "",
                        String.join(",", cells),
                        "The row has " + cells.size() + " columns" + (cursor.cut ? " and an open quote" : "") + ".",
                        "Write " + header.size() + " columns: " + String.join(",", header) + ".");
                continue;
            }
            Map<String, String> columns = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                columns.put(header.get(i), cells.get(i).strip());
            }
            rows.add(new Row(line, columns));
        }
        return new CsvTable(header, rows);
    }

    /** Read a table that the bundle itself carries; a mistake in it is a mistake of the bundle. */
    public static CsvTable ofBundle(String name) {
        RuleProblems problems = new RuleProblems();
        try (InputStream in = CsvTable.class.getResourceAsStream(BUNDLED + name)) {
            if (in == null) {
                throw new IllegalStateException("The bundle holds no " + BUNDLED + name);
            }
            CsvTable table = read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), problems);
            if (!problems.isEmpty()) {
                throw new IllegalStateException("The bundle's table does not read: " + problems.all());
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The column names, in order. */
    public List<String> header() {
        return header;
    }

    /** The rows, in order. */
    public List<Row> rows() {
        return rows;
    }

    private static final class Cursor {
        private final String text;
        private int at;
        private int line = 1;
        private boolean cut;

        Cursor(String text) {
            this.text = text;
        }

        boolean done() {
            return at >= text.length();
        }

        List<String> record() {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            while (at < text.length()) {
                char c = text.charAt(at++);
                line += c == '\n' ? 1 : 0;
                if (quoted) {
                    quoted = take(c, cell);
                } else if (c == '"') {
                    quoted = true;
                } else if (c == ',') {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else if (c == '\n') {
                    break;
                } else if (c != '\r') {
                    cell.append(c);
                }
            }
            cut = quoted;
            cells.add(cell.toString());
            return cells;
        }

        private boolean take(char c, StringBuilder cell) {
            if (c != '"') {
                cell.append(c);
                return true;
            }
            if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
                return true;
            }
            return false;
        }
    }
}
