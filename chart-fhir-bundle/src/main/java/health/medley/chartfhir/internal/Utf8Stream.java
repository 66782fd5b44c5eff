package health.medley.chartfhir.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;

/**
 * Passes a stream on without its byte order mark and with a question mark for every byte that is not UTF-8, so that a
 * parser can go on behind it; remembers where they were.
 */
final class Utf8Stream extends InputStream {

    private static final int SIZE = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[SIZE];
    private final ArrayDeque<Long> invalid = new ArrayDeque<>();
    private int from;
    private int checked;
    private int filled;
    private long handedOut;
    private boolean ended;

    Utf8Stream(InputStream in) throws IOException {
        this.in = in;
        fill();
        if (ByteOrderMark.isUtf8(buffer, 0, filled)) {
            from = ByteOrderMark.UTF8_LENGTH;
        }
    }

    /** Whether the stream begins as UTF-16 does. */
    boolean isUtf16() {
        return ByteOrderMark.isUtf16(buffer, 0, filled);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (from == checked && !ended) {
            fill();
        }
        int got = Math.min(length, checked - from);
        if (got == 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(buffer, from, target, offset, got);
        from += got;
        handedOut += got;
        return got;
    }

    // leaves at most three bytes unchecked: the beginning of a character whose end is still to come
    private void fill() throws IOException {
        System.arraycopy(buffer, checked, buffer, 0, filled - checked);
        filled -= checked;
        from = 0;
        checked = 0;
        while (checked == 0 && !ended) {
            int got = in.read(buffer, filled, SIZE - filled);
            ended = got < 0;
            filled += Math.max(0, got);
            check();
        }
    }

    private void check() {
        int i = 0;
        while (i < filled) {
            i = Utf8.endOfAscii(buffer, i, filled);
            if (i == filled) {
                break;
            }
            int length = Utf8.length(buffer, i, filled);
            if (length < 0 && !ended) {
                break;
            }
            if (length <= 0) {
                invalid.add(handedOut + i);
                buffer[i] = '?';
                length = 1;
            }
            i += length;
        }
        checked = i;
    }

    /** Whether there was a byte that is not UTF-8 before the {@code end}th byte handed out; forgets those. */
    boolean invalidBefore(long end) {
        boolean found = false;
        while (!invalid.isEmpty() && invalid.peek() < end) {
            invalid.remove();
            found = true;
        }
        return found;
    }

    /** Bytes handed out so far. */
    long total() {
        return handedOut;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
