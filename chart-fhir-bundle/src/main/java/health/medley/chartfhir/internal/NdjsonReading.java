package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/**
 * Reads one resource a line. One parser runs over a block of many lines, because making one costs as much as reading a
 * short line; after each resource it is checked that the line ends there, and a bad line ends the parser and is passed.
 */
final class NdjsonReading {

    // the parser may point before the end of the character it stumbled over
    private static final int LOOK_AHEAD = 4;

    private final JsonFactory json;
    private final ResourceScanner scanner;
    private final ResourceTaker taker;
    private final ChartProblems problems;
    private final long limit;
    private final NdjsonLines lines;
    private final ResourceFields fields;
    private final Position at;

    private byte[] buffer = new byte[0];
    private int end;
    private int lineStart;
    private long line = 1;

    NdjsonReading(ReadingTools tools, ChartFile file, InputStream in) {
        json = tools.json();
        scanner = tools.scanner();
        taker = tools.taker();
        fields = new ResourceFields(tools.forCare());
        problems = tools.problems();
        limit = tools.limit();
        lines = new NdjsonLines(in, limit);
        at = new Position(file);
    }

    /** Read to the end; {@code afterBlock} is told the bytes read so far, from time to time. */
    long read(LongConsumer afterBlock) throws IOException {
        boolean first = true;
        for (NdjsonLines.Found found = lines.next(); found != NdjsonLines.Found.END; found = lines.next()) {
            if (found == NdjsonLines.Found.TOO_LONG) {
                report("", "", JsonTrouble.tooLong("The line", limit));
                line++;
            } else {
                if (first && !passMark()) {
                    break;
                }
                block();
            }
            first = false;
            afterBlock.accept(lines.total());
        }
        IOException failure = lines.failure();
        if (failure != null) {
            report("", "", JsonTrouble.ofBytes(failure));
        }
        return lines.total();
    }

    /** Pass the byte order mark; false if it is one of UTF-16. */
    private boolean passMark() {
        if (ByteOrderMark.isUtf16(lines.buffer(), lines.from(), lines.to())) {
            problems.report(at.file(), "", JsonTrouble.UTF16.problem(), JsonTrouble.UTF16.remedy());
            return false;
        }
        if (ByteOrderMark.isUtf8(lines.buffer(), lines.from(), lines.to())) {
            lines.skip(ByteOrderMark.UTF8_LENGTH);
        }
        return true;
    }

    private void block() throws IOException {
        buffer = lines.buffer();
        end = lines.to();
        lineStart = lines.from();
        int content = nextContent();
        while (content < end) {
            run(content);
            content = nextContent();
        }
    }

    /** Pass empty lines; the first byte of the next resource, or the end. */
    private int nextContent() {
        for (int i = lineStart; i < end; i++) {
            byte b = buffer[i];
            if (b == '\n') {
                line++;
                lineStart = i + 1;
            } else if (b != ' ' && b != '\t' && b != '\r') {
                return i;
            }
        }
        return end;
    }

    /** Read lines with one parser until one is bad or the block ends; {@link #lineStart} is where to go on. */
    private void run(int from) throws IOException {
        long firstLine = line;
        int content = from;
        try (JsonParser parser = json.createParser(buffer, from, end - from)) {
            boolean usable = true;
            while (usable && content < end) {
                if (buffer[content] == '{') {
                    usable = resource(parser, from, line - firstLine + 1);
                } else {
                    reject(content, JsonTrouble.NO_OBJECT, "");
                    usable = false;
                }
                content = usable ? nextContent() : end;
            }
        }
    }

    /** Read one resource and go on to the next line; false if the parser is of no use any more. */
    private boolean resource(JsonParser parser, int from, long row) {
        try {
            parser.nextToken();
            scanner.scan(parser, fields, null);
        } catch (IOException e) {
            failed(e, parser, from);
            return false;
        }
        JsonLocation here = parser.currentLocation();
        int close = from + (int) here.getByteOffset();
        // the rows differ if the resource goes over the end of its line, or after a lone carriage return
        boolean sameRow = here.getLineNr() == row;
        if (!sameRow && lineEnd() < close) {
            reject(lineEnd(), JsonTrouble.CUT_OFF, "");
            return false;
        }
        int next = behindLine(close);
        if (next < 0) {
            reject(close, JsonTrouble.MORE_ON_LINE, "");
            return false;
        }
        accept(close - lineStart);
        line++;
        lineStart = next;
        return sameRow;
    }

    private void accept(int bytes) {
        if (bytes > limit) {
            report("", "", JsonTrouble.tooLong("The line", limit));
        } else {
            at.toLine(line);
            taker.accept(fields, null, at);
        }
    }

    /** Where the next line begins if nothing follows on this one; else -1. */
    private int behindLine(int close) {
        for (int i = close; i < end; i++) {
            byte b = buffer[i];
            if (b == '\n') {
                return i + 1;
            }
            if (b != ' ' && b != '\t' && b != '\r') {
                return -1;
            }
        }
        return end;
    }

    private int lineEnd() {
        int i = lineStart;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private void failed(IOException failure, JsonParser parser, int from) {
        int stopped = offset(parser.currentLocation(), from);
        if (stopped > lineEnd()) {
            // what stopped the parser stands in a later line: this one lacks its end
            reject(lineEnd(), JsonTrouble.CUT_OFF, "");
        } else {
            boolean told = failure instanceof JsonProcessingException e && e.getLocation() != null;
            int offset = told ? offset(((JsonProcessingException) failure).getLocation(), from) : stopped;
            reject(offset, JsonTrouble.of(failure), JsonTrouble.path(parser.getParsingContext()));
        }
    }

    private static int offset(JsonLocation location, int from) {
        return from + (int) Math.max(0, location.getByteOffset());
    }

    /** Report the current line, wrong at {@code offset}, and go on behind it. */
    private void reject(int offset, JsonTrouble trouble, String path) {
        int lineEnd = lineEnd();
        int invalid = Utf8.firstInvalid(buffer, lineStart, Math.min(lineEnd, offset + LOOK_AHEAD));
        if (lineEnd - lineStart > limit) {
            report("", "", JsonTrouble.tooLong("The line", limit));
        } else if (invalid >= 0) {
            report(column(invalid), String.format("byte 0x%02X", buffer[invalid]), JsonTrouble.NOT_UTF8);
        } else {
            report(column(offset), path, trouble);
        }
        line++;
        lineStart = Math.min(end, lineEnd + 1);
    }

    /** The place of a byte in the current line, in characters from 1. */
    private String column(int offset) {
        int characters = 1;
        for (int i = lineStart; i < offset; i++) {
            characters += (buffer[i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return Integer.toString(characters);
    }

    private void report(String column, String value, JsonTrouble trouble) {
        at.toLine(line);
        problems.report(at, column, value, trouble.problem(), trouble.remedy());
    }
}
