package health.medley.switchboard.internal;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Permission;
import health.medley.core.Requires;

/** A contract for tests: with a permission, a default method and a primitive. */
@Contract(Cardinality.SINGLE)
public interface Greeter {
    String greet(Caller caller, String name);

    @Requires(Permission.WRITE_CARE)
    long age(Caller caller, long born);

    default String twice(Caller caller, String name) {
        return greet(caller, name) + " " + greet(caller, name);
    }
}
