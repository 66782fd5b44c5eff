package health.medley.cli.internal.practice;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import health.medley.cli.internal.report.Counted;
import health.medley.core.InputProblem;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Joins lines into records where a quoted value runs over several, and has each record read strictly. A record that
 * cannot be read costs its first line only: the reading goes on with the next, so that one stray quotation mark does
 * not swallow the rest of the file.
 */
final class CsvRecords implements Closeable {

    private static final CsvReader.CsvReaderBuilder STRICT =
            CsvReader.builder().allowUnclosedQuote(false).allowExtraCharsAfterClosingQuote(false);
    private static final String QUOTE_REMEDY =
            "Put the whole value in quotation marks and write a mark inside it twice, as in \"a \"\"b\"\" c\".";

    /** One record and the line it begins on. */
    record Row(long line, List<String> values) {}

    private final CsvLines lines;
    private final String file;
    private final long longestBytes;
    private final Rejects rejects;
    private final Deque<CsvLine> ahead = new ArrayDeque<>();
    private int expectedColumns;

    CsvRecords(CsvLines lines, String file, long longestBytes, Rejects rejects) {
        this.lines = lines;
        this.file = file;
        this.longestBytes = longestBytes;
        this.rejects = rejects;
    }

    /** From now on refuse records that have not so many values. */
    void expectColumns(int count) {
        expectedColumns = count;
    }

    /** The next record that can be read; null at the end. What cannot be is told to the rejects. */
    @Nullable
    Row next() throws IOException {
        for (CsvLine first = take(); first != null; first = take()) {
            if (first.text().isEmpty() && first.problem().isEmpty()) {
                continue;
            }
            List<CsvLine> joined = join(first);
            Row row = joined.isEmpty() ? null : read(joined);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private @Nullable CsvLine take() throws IOException {
        CsvLine line = ahead.poll();
        return line == null ? lines.next() : line;
    }

    private void putBack(List<CsvLine> joined) {
        for (int i = joined.size() - 1; i >= 1; i--) {
            ahead.push(joined.get(i));
        }
    }

    private List<CsvLine> join(CsvLine first) throws IOException {
        List<CsvLine> joined = new ArrayList<>(1);
        joined.add(first);
        boolean open = first.oddQuotes();
        long size = first.text().length();
        while (open) {
            CsvLine more = size > longestBytes ? null : take();
            if (more == null) {
                reject(first, "A quotation mark opens on this line and is never closed.", QUOTE_REMEDY);
                putBack(joined);
                return List.of();
            }
            joined.add(more);
            size += more.text().length();
            open ^= more.oddQuotes();
        }
        return joined;
    }

    private @Nullable Row read(List<CsvLine> joined) {
        CsvLine first = joined.get(0);
        if (joined.stream().anyMatch(line -> line.problem().isPresent())) {
            joined.forEach(line -> line.problem().ifPresent(rejects::add));
            return null;
        }
        String text = joined.stream().map(CsvLine::text).collect(Collectors.joining("\n"));
        List<String> values;
        try {
            values = STRICT.ofSingleCsvRecord(text).getFields();
        } catch (CsvParseException e) {
            reject(first, "Something follows the closing quotation mark of a value.", QUOTE_REMEDY);
            putBack(joined);
            return null;
        }
        if (expectedColumns > 0 && values.size() != expectedColumns) {
            rejectCount(first, joined.size(), values.size());
            putBack(joined);
            return null;
        }
        return new Row(first.number(), values);
    }

    private void rejectCount(CsvLine first, int lineCount, int found) {
        String reach = lineCount == 1 ? "" : " (a quoted value runs on for " + (lineCount - 1) + " more lines)";
        reject(
                first,
                "This row has " + Counted.of(found, "value") + reach + "; the header names " + expectedColumns + ".",
                "Give one value for each column, empty ones included; quote a value that holds a comma.");
    }

    private void reject(CsvLine line, String problem, String remedy) {
        rejects.add(new InputProblem(file, line.number(), "", line.text(), problem, remedy));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
