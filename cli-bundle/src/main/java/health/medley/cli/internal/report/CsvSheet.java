package health.medley.cli.internal.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Writes a table: LF line ends, quotes where a value needs them. A value that a spreadsheet could take for a formula is
 * quoted as well; it is never altered, for the values are somebody's ids.
 */
public final class CsvSheet implements Closeable {

    private static final QuoteStrategy CAREFUL = new QuoteStrategy() {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return !value.isEmpty() && "=+-@\t".indexOf(value.charAt(0)) >= 0;
        }
    };

    private final CsvWriter csv;

    /** Write to {@code writer}, which does the buffering, beginning with the header. */
    public CsvSheet(Writer writer, List<String> header) {
        csv = CsvWriter.builder()
                .quoteStrategy(CAREFUL)
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(writer);
        row(header);
    }

    /** Write one row. */
    public void row(List<String> values) {
        csv.writeRecord(values);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
