package health.medley.chartfhir.internal;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A chart file as stored: counts its bytes and unpacks them if the first ones say gzip. */
final class StoredBytes extends FilterInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private long count;

    /** Count what is read of {@code in}, the file as stored. */
    StoredBytes(InputStream in) {
        super(in);
    }

    /** The content; close this, not it. */
    InputStream content() throws IOException {
        InputStream buffered = new BufferedInputStream(this, BUFFER);
        buffered.mark(2);
        int magic = buffered.read() << 8 | buffered.read();
        buffered.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    /** Bytes read so far, as stored. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = super.read(buffer, offset, length);
        count += Math.max(0, got);
        return got;
    }
}
