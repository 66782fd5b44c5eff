package health.medley.core.store;

import health.medley.core.Origin;
import health.medley.core.Role;
import java.time.Instant;
import java.util.Objects;

/**
 * Say who made a version of a record, when, why and by which software.
 *
 * @param at when it was committed, to the millisecond; never before the version before it, even if the clock went back
 * @param user who
 * @param role in which role
 * @param purpose why
 * @param origin the bundle that committed it, as its port stamped it
 * @param routing number of the routing it was done under
 */
public record Authorship(Instant at, String user, Role role, String purpose, Origin origin, long routing) {
    /** Check that no part is null. */
    public Authorship {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(origin, "origin");
    }
}
