package health.medley.rest.internal.server;

import health.medley.rest.internal.http.BodyWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One answer as it goes out.
 *
 * @param status the status
 * @param headers the headers, by name
 * @param body writes the body; empty for none
 * @param length the body's length; -1 if it is not known before it is written
 */
public record Answer(int status, Map<String, String> headers, Optional<BodyWriter> body, int length) {

    /** Copy the headers, keeping their order. */
    public Answer {
        headers = new LinkedHashMap<>(headers);
    }

    /** An answer without a body. */
    static Answer empty(int status) {
        return new Answer(status, Map.of(), Optional.empty(), 0);
    }

    /** An answer whose body is these bytes. */
    static Answer of(int status, String mediaType, byte[] bytes) {
        return new Answer(
                status, Map.of("Content-Type", mediaType), Optional.of(out -> out.write(bytes)), bytes.length);
    }

    /** An answer whose body is written as it is made. */
    static Answer streamed(int status, String mediaType, BodyWriter writer) {
        return new Answer(status, Map.of("Content-Type", mediaType), Optional.of(writer), -1);
    }

    /** This answer with one more header. */
    Answer with(String name, String value) {
        Answer more = new Answer(status, headers, body, length);
        more.headers.put(name, value);
        return more;
    }
}
