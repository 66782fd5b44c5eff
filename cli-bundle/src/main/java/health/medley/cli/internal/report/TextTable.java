package health.medley.cli.internal.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Lays out a table for people: columns as wide as they need to be, long text broken between words.
 *
 * <p>Made for one thread.
 */
public final class TextTable {

    private static final String GAP = "  ";
    private static final String SIGNS = "_./#-";

    /**
     * One column.
     *
     * @param title its title
     * @param right whether its values stand to the right, as numbers do
     * @param widest widest it may get; longer text goes on in the next line
     */
    public record Column(String title, boolean right, int widest) {}

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** Begin a table. */
    public TextTable(List<Column> columns) {
        this.columns = List.copyOf(columns);
    }

    /** A column of text. */
    public static Column text(String title, int widest) {
        return new Column(title, false, widest);
    }

    /** A column of numbers. */
    public static Column number(String title, int widest) {
        return new Column(title, true, widest);
    }

    /** Add a row, one value for each column. */
    public TextTable row(String... values) {
        if (values.length != columns.size()) {
            throw new IllegalArgumentException("A row of " + values.length + " values: expected " + columns.size());
        }
        List<String> safe = new ArrayList<>(values.length);
        for (String value : values) {
            safe.add(Printable.of(value));
        }
        rows.add(safe);
        return this;
    }

    /** The table, line by line, without spaces at the ends. */
    public List<String> lines() {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int longest = rows.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            Column shape = columns.get(i);
            widths[i] = Math.max(shape.title().length(), Math.min(longest, shape.widest()));
        }
        List<String> lines = new ArrayList<>();
        addRow(lines, columns.stream().map(Column::title).toList(), widths);
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
            rule.append(rule.length() == 0 ? "" : GAP).append("-".repeat(width));
        }
        lines.add(rule.toString());
        rows.forEach(row -> addRow(lines, row, widths));
        return lines;
    }

    private void addRow(List<String> lines, List<String> values, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> cell = wrap(values.get(i), widths[i]);
            cells.add(cell);
            height = Math.max(height, cell.size());
        }
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String part = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                String space = " ".repeat(widths[i] - part.length());
                text.append(i == 0 ? "" : GAP);
                text.append(columns.get(i).right() ? space + part : part + space);
            }
            lines.add(text.toString().stripTrailing());
        }
    }

    /** Break text between words, or after a semicolon, or after a sign inside a word that fits no line, or anywhere. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int mark = rest.lastIndexOf(';', width - 1) + 1;
            int end = Math.max(space, mark);
            if (end <= 0) {
                end = afterSign(rest, width);
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static int afterSign(String word, int width) {
        int end = -1;
        for (int i = 0; i < SIGNS.length(); i++) {
            end = Math.max(end, word.lastIndexOf(SIGNS.charAt(i), width - 1) + 1);
        }
        return end > 0 ? end : width;
    }
}
