package health.medley.store.internal.database;

import health.medley.core.Caller;
import health.medley.core.Origin;
import health.medley.core.Role;
import health.medley.core.store.Authorship;
import java.time.Instant;

/**
 * Who commits, why and with what: an authorship without its time.
 *
 * @param user who
 * @param role in which role
 * @param purpose why
 * @param origin with which bundle
 * @param routing under which routing
 */
public record Author(String user, Role role, String purpose, Origin origin, long routing) {

    private static final Origin HOST = new Origin("host", "0", "");

    /** The author a caller is. */
    public static Author of(Caller caller) {
        return new Author(
                caller.user(),
                caller.role(),
                caller.purpose(),
                caller.origin() == null ? HOST : caller.origin(),
                caller.pin() == null ? 0 : caller.pin().routing());
    }

    /** The authorship of what is committed at {@code millis}. */
    public Authorship at(long millis) {
        return new Authorship(Instant.ofEpochMilli(millis), user, role, purpose, origin, routing);
    }
}
