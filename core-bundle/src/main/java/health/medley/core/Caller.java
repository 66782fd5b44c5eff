package health.medley.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Say who calls, for which practice, in which role and why; the first parameter of every contract's method.
 *
 * <p>An edge makes a caller with {@link #of}; the port adds {@code origin} and, if absent, {@code pin}. A provider
 * hands the caller it was given on to every port it calls, on any thread.
 *
 * @param user who acts: an account's or program's name, never a patient's
 * @param practice the practice acted for, a short id without patient data
 * @param role the role acted in; the port checks {@link Requires} against it
 * @param purpose why, in a few words, for the audit trail ({@code month run}, {@code screening})
 * @param origin the bundle the call came from, stamped by the port; null before the first port
 * @param pin the routing this work sees; null lets the port pin the current one for the length of one call
 * @param request the request this work answers, so that the same request does the same once; null if it has no name
 */
public record Caller(
        String user,
        String practice,
        Role role,
        String purpose,
        @Nullable Origin origin,
        @Nullable RoutingPin pin,
        @Nullable Request request) {

    /** Check that who, where and why are said. */
    public Caller {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(practice, "practice");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(purpose, "purpose");
    }

    /** Make a caller whose request has no name. */
    public Caller(
            String user,
            String practice,
            Role role,
            String purpose,
            @Nullable Origin origin,
            @Nullable RoutingPin pin) {
        this(user, practice, role, purpose, origin, pin, null);
    }

    /** Make a caller that no port has seen yet. */
    public static Caller of(String user, String practice, Role role, String purpose) {
        return new Caller(user, practice, role, purpose, null, null, null);
    }

    /** This caller, answering {@code named}. */
    public Caller answering(Request named) {
        return new Caller(user, practice, role, purpose, origin, pin, named);
    }
}
