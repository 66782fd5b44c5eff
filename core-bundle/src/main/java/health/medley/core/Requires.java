package health.medley.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Name the permission that a caller's role must hold to call this method. The port enforces it, below every edge, and
 * answers {@link ErrorCode#PERMISSION_DENIED} otherwise. A contract's method without it may be called by every role.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {

    /** The permission needed. */
    Permission value();
}
