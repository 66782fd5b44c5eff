package health.medley.rest.internal.server;

import health.medley.core.Role;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets its holder in: private record kind {@code rest.token}. The token itself is kept nowhere.
 *
 * @param id SHA-256 of the token, lower-case hex
 * @param version the record's version
 * @param practice the one practice it is for
 * @param user who holds it: an account's name
 * @param role the role its holder acts in
 * @param expires when it ends; empty if never
 * @param revoked whether it was taken back
 */
public record Token(
        String id, long version, String practice, String user, Role role, Optional<Instant> expires, boolean revoked)
        implements Recorded {

    /** Check that no part is null. */
    public Token {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(practice, "practice");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(expires, "expires");
    }

    boolean valid(Instant now) {
        return !revoked && expires.map(now::isBefore).orElse(true);
    }
}
