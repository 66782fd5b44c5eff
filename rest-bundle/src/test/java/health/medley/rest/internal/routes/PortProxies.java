package health.medley.rest.internal.routes;

import health.medley.core.Requires;
import health.medley.rest.internal.http.RouteSource;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ports that answer nothing but which of their methods was called. */
final class PortProxies {

    /** Thrown in place of an answer. */
    static final class Called extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Method method;

        Called(Method method) {
            super(method.getDeclaringClass().getSimpleName() + "." + method.getName(), null, false, false);
            this.method = method;
        }

        /** The permission that the method requires. */
        Requires requires() {
            return method.getAnnotation(Requires.class);
        }
    }

    private PortProxies() {}

    /** Every source of routes that {@link RouteList} names, over such ports. */
    static List<RouteSource> sources() throws ReflectiveOperationException {
        List<RouteSource> sources = new ArrayList<>();
        for (Class<?> type : RouteList.class.getConstructors()[0].getParameterTypes()) {
            if (type.getPackage().equals(RouteList.class.getPackage())) {
                Constructor<?> constructor = type.getConstructors()[0];
                Object[] ports = Arrays.stream(constructor.getParameterTypes())
                        .map(PortProxies::proxy)
                        .toArray();
                sources.add((RouteSource) constructor.newInstance(ports));
            }
        }
        return sources;
    }

    private static Object proxy(Class<?> port) {
        return Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (self, method, arguments) -> {
            throw new Called(method);
        });
    }
}
