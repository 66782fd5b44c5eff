package health.medley.switchboard.internal;

import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.Role;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** One method of a contract: how to call it and which roles may. Resolved once, when the contract is first seen. */
final class PortMethod {
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object.class, Object[].class);

    private final Method method;
    private final MethodHandle handle;
    private final @Nullable Permission permission;
    private final boolean[] allowed = new boolean[Role.values().length];

    PortMethod(Method method) throws IllegalAccessException {
        this.method = method;
        this.handle = MethodHandles.publicLookup()
                .unreflect(method)
                .asFixedArity()
                .asSpreader(Object[].class, method.getParameterCount())
                .asType(SPREAD);
        Requires requires = method.getAnnotation(Requires.class);
        this.permission = requires == null ? null : requires.value();
        for (Role role : Role.values()) {
            allowed[role.ordinal()] = permission == null || role.holds(permission);
        }
    }

    /** The method. */
    Method method() {
        return method;
    }

    /** Takes the provider's object and the arguments. */
    MethodHandle handle() {
        return handle;
    }

    /** What a role must hold; null if every role may call. */
    @Nullable
    Permission permission() {
        return permission;
    }

    /** Whether a role may call. */
    boolean allows(Role role) {
        return allowed[role.ordinal()];
    }

    /** Whether it answers with a value. */
    boolean answers() {
        return method.getReturnType() != void.class;
    }

    /** For sentences: {@code EligibilityService.decide}. */
    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
