package health.medley.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mark an interface as a contract: a service that is only ever reached through a port of the switchboard.
 *
 * <p>Every method of a contract takes a {@link Caller} first and returns immutable values only, so that nothing of a
 * provider outlives the call. Both rules are checked when Medley is built.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Contract {

    /** Name of the only port of a {@link Cardinality#SINGLE} contract. */
    String MAIN = "main";

    /** Service property that carries the id of a contribution. */
    String ID = "medley.id";

    /** Whether one provider answers or each contribution answers for itself. */
    Cardinality value();
}
