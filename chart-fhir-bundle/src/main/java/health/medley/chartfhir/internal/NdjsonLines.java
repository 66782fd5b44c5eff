package health.medley.chartfhir.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into blocks of whole lines in one buffer that is used again. It grows for a long line up to the limit;
 * of a longer line nothing is kept.
 */
final class NdjsonLines {

    /** What {@link #next} found. */
    enum Found {
        /** One or more whole lines. */
        LINES,
        /** A line over the limit; it has been passed. */
        TOO_LONG,
        /** The end. */
        END
    }

    private static final int USUAL_SIZE = 1 << 18;
    private static final int LARGEST_SIZE = Integer.MAX_VALUE - 16;
    private static final int LINE_END_SIZE = 2;

    private final InputStream in;
    private final int largest;
    private byte[] buffer = new byte[USUAL_SIZE];
    private int from;
    private int to;
    private int filled;
    private boolean ended;
    private long total;
    private @Nullable IOException failure;

    NdjsonLines(InputStream in, long limit) {
        this.in = in;
        largest = (int) Math.max(USUAL_SIZE, Math.min(LARGEST_SIZE, limit + LINE_END_SIZE));
    }

    /** Go on to the next block or long line. */
    Found next() {
        keepRest();
        int searched = 0;
        while (true) {
            fill();
            int end = lastLineEnd(searched);
            if (end > 0) {
                to = end;
                return Found.LINES;
            }
            if (ended) {
                // behind a failure stands half a line at most
                to = failure == null ? filled : 0;
                return to > 0 ? Found.LINES : Found.END;
            }
            if (buffer.length == largest) {
                passLine();
                return Found.TOO_LONG;
            }
            searched = filled;
            buffer = Arrays.copyOf(buffer, (int) Math.min(largest, buffer.length * 2L));
        }
    }

    private void keepRest() {
        System.arraycopy(buffer, to, buffer, 0, filled - to);
        filled -= to;
        from = 0;
        to = 0;
    }

    private void fill() {
        while (!ended && filled < buffer.length) {
            int got = read(filled);
            filled += got;
        }
    }

    private int read(int offset) {
        try {
            int got = in.read(buffer, offset, buffer.length - offset);
            if (got < 0) {
                ended = true;
                return 0;
            }
            total += got;
            return got;
        } catch (IOException e) {
            failure = e;
            ended = true;
            return 0;
        }
    }

    private int lastLineEnd(int searched) {
        for (int i = filled - 1; i >= searched; i--) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return 0;
    }

    private void passLine() {
        filled = 0;
        while (!ended) {
            filled = read(0);
            for (int i = 0; i < filled; i++) {
                if (buffer[i] == '\n') {
                    to = i + 1;
                    return;
                }
            }
        }
        filled = 0;
    }

    /** The buffer of the block; the same until it has to grow. */
    byte[] buffer() {
        return buffer;
    }

    /** Where the block begins. */
    int from() {
        return from;
    }

    /** Leave out the first bytes of the block. */
    void skip(int bytes) {
        from += bytes;
    }

    /** Where the block ends: behind a line end, or at the end of the stream. */
    int to() {
        return to;
    }

    /** Bytes read so far. */
    long total() {
        return total;
    }

    /** Why the stream ended before its time; null if it did not. */
    @Nullable
    IOException failure() {
        return failure;
    }
}
