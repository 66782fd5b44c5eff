package health.medley.rest.internal.server;

import java.time.Duration;

/**
 * How much one request may be.
 *
 * @param jsonBytes largest JSON body
 * @param uploadBytes largest body that is read as it comes
 * @param depth how deep JSON may be nested
 * @param bodyTime how long a JSON body may take to arrive
 * @param uploadTime how long an upload may take to arrive
 * @param stopTime how long requests in flight may take when the server stops
 */
public record Limits(
        int jsonBytes, long uploadBytes, int depth, Duration bodyTime, Duration uploadTime, Duration stopTime) {

    private static final int NUMBER_DIGITS = 40;

    /** Most digits of a number in JSON. */
    static int numberDigits() {
        return NUMBER_DIGITS;
    }
}
