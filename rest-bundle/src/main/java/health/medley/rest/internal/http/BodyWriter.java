package health.medley.rest.internal.http;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the body of an answer. */
@FunctionalInterface
public interface BodyWriter {

    /** Write it; {@code out} is closed by the caller. */
    void write(OutputStream out) throws IOException;
}
