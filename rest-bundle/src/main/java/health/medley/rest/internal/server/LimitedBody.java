package health.medley.rest.internal.server;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A body that may be only so large and take only so long. */
final class LimitedBody extends FilterInputStream {

    private final long most;
    private final LongSupplier nanoTime;
    private final long deadline;
    private long taken;

    LimitedBody(InputStream in, long most, Duration time, LongSupplier nanoTime) {
        super(in);
        this.most = most;
        this.nanoTime = nanoTime;
        this.deadline = nanoTime.getAsLong() + time.toNanos();
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) {
        taken += more;
        if (taken > most) {
            throw tooLarge(most);
        }
        if (nanoTime.getAsLong() - deadline > 0) {
            throw new MedleyException(
                    ErrorCode.BODY_TOO_SLOW,
                    "Reading the body: it did not arrive in time; send it again over a faster line, or in parts");
        }
    }

    static MedleyException tooLarge(long most) {
        return new MedleyException(
                ErrorCode.BODY_TOO_LARGE,
                "Reading the body: it is larger than " + most + " bytes; send less at a time, or raise the limit in"
                        + " medley.properties");
    }
}
