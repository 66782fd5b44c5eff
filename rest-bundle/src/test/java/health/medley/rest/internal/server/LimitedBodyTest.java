package health.medley.rest.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private InputStream body(int bytes, long most) {
        return new LimitedBody(new ByteArrayInputStream(new byte[bytes]), most, Duration.ofNanos(10), nanos::get);
    }

    private static void refused(ErrorCode code, InputStream body) {
        MedleyException refusal = assertThrows(MedleyException.class, body::readAllBytes);
        assertEquals(code, refusal.code());
    }

    @Test
    void aBodyMayBeAsLargeAsTheLimit() throws IOException {
        assertEquals(100, body(100, 100).readAllBytes().length);
        refused(ErrorCode.BODY_TOO_LARGE, body(101, 100));
    }

    @Test
    void whatIsSkippedCountsToo() throws IOException {
        InputStream body = body(101, 100);
        assertEquals(60, body.skip(60));
        refused(ErrorCode.BODY_TOO_LARGE, body);
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        InputStream body = body(100, 100);
        nanos.addAndGet(10);
        assertEquals(0, body.read());
        nanos.incrementAndGet();
        refused(ErrorCode.BODY_TOO_SLOW, body);
    }
}
