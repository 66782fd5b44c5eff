package health.medley.chartfhir.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The content of a delivery; ends where so much comes of so few packed bytes that it cannot be a chart. */
final class Unpacked extends FilterInputStream {

    /** Bytes that may come of a packed one; charts come to twenty or thirty. */
    static final int MOST_OF_ONE = 300;

    /** Bytes that may come whatever was packed. */
    static final long ALWAYS = 16L << 20;

    private final StoredBytes stored;
    private long count;

    /** Far too much was unpacked. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    Unpacked(InputStream in, StoredBytes stored) {
        super(in);
        this.stored = stored;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (count > ALWAYS && count / MOST_OF_ONE > stored.count()) {
            throw new TooMuch();
        }
        int got = in.read(buffer, offset, length);
        count += Math.max(0, got);
        return got;
    }
}
