package health.medley.cli.internal.practice;

import health.medley.core.InputProblem;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a table into physical lines and finds what no CSV reader can name by line: bytes that are not UTF-8, NUL bytes,
 * lone carriage returns and lines beyond the limit. A line that is too long is passed over without being held.
 */
final class CsvLines implements Closeable {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final String file;
    private final long longestBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private int at;
    private int end;
    private long number;
    private long length;
    private long quotes;

    CsvLines(InputStream in, String file, long longestBytes) {
        this.in = in;
        this.file = file;
        this.longestBytes = longestBytes;
    }

    /** The next line; null at the end. */
    @Nullable
    CsvLine next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        number++;
        line.reset();
        length = 0;
        quotes = 0;
        boolean ended = false;
        while (!ended && (at < end || fill())) {
            ended = takeUpToLineEnd();
        }
        return finish();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }

    private boolean takeUpToLineEnd() {
        int from = at;
        while (at < end && buffer[at] != '\n') {
            if (buffer[at] == '"') {
                quotes++;
            }
            at++;
        }
        keep(from, at - from);
        if (at == end) {
            return false;
        }
        at++;
        return true;
    }

    private void keep(int from, int count) {
        long room = longestBytes - length;
        length += count;
        if (room > 0) {
            line.write(buffer, from, (int) Math.min(room, count));
        }
    }

    private CsvLine finish() {
        byte[] bytes = line.toByteArray();
        int from = number == 1 && startsWithBom(bytes) ? BOM.length : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        boolean odd = quotes % 2 == 1;
        if (length > longestBytes) {
            return new CsvLine(number, "", odd, Optional.of(tooLong()));
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0 || bytes[i] == '\r') {
                return new CsvLine(number, "", odd, Optional.of(stray(bytes[i], i - from)));
            }
        }
        return decode(ByteBuffer.wrap(bytes, from, to - from), from, odd);
    }

    private CsvLine decode(ByteBuffer bytes, int from, boolean odd) {
        try {
            return new CsvLine(number, utf8.decode(bytes).toString(), odd, Optional.empty());
        } catch (CharacterCodingException e) {
            int offending = bytes.get(bytes.position()) & 0xFF;
            InputProblem problem = new InputProblem(
                    file,
                    number,
                    Integer.toString(bytes.position() - from + 1),
                    String.format("byte 0x%02X", offending),
                    "This line is not UTF-8 text; the byte may be Latin-1 or Windows-1252.",
                    "Save the file as UTF-8 and run again.");
            return new CsvLine(number, "", odd, Optional.of(problem));
        }
    }

    private static boolean startsWithBom(byte[] bytes) {
        return bytes.length >= BOM.length && bytes[0] == BOM[0] && bytes[1] == BOM[1] && bytes[2] == BOM[2];
    }

    private InputProblem tooLong() {
        return new InputProblem(
                file,
                number,
                "",
                length + " bytes",
                "This line is longer than the limit of " + longestBytes + " bytes.",
                "Split or mend the line, or raise longestLineBytes in practice.json.");
    }

    private InputProblem stray(int offending, int index) {
        boolean nul = offending == 0;
        return new InputProblem(
                file,
                number,
                Integer.toString(index + 1),
                nul ? "byte 0x00" : "byte 0x0D",
                nul
                        ? "This line holds a NUL byte, which no text has."
                        : "This line holds a carriage return without a line feed.",
                nul
                        ? "Save the file as UTF-8 text and run again."
                        : "Save the file with LF or CRLF line ends and run again.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
