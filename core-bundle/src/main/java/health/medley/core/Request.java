package health.medley.core;

import java.util.Objects;

/**
 * Name a request, so that doing it again after a lost answer does it once (the HTTP header {@code Idempotency-Key}).
 *
 * @param key the name its sender gave it, 1 to 200 characters, unique for user and practice
 * @param fingerprint SHA-256 of what was asked, lower-case hex: the same key with another content is refused
 */
public record Request(String key, String fingerprint) {

    private static final int LONGEST_KEY = 200;

    /** Check the length of the key. */
    public Request {
        Objects.requireNonNull(fingerprint, "fingerprint");
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException(
                    "An idempotency key of " + key.length() + " characters: expected 1 to " + LONGEST_KEY);
        }
    }
}
