package health.medley.launcher.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.log.FormatterLogger;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerConsumer;
import org.osgi.service.log.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Hand what bundles say to OSGi's log service to SLF4J. SCR and ConfigAdmin would otherwise print past the host's log.
 */
final class ServiceLog implements LoggerFactory {
    private static final Map<String, Level> LEVELS = Map.of(
            "trace", Level.TRACE,
            "debug", Level.DEBUG,
            "info", Level.INFO,
            "audit", Level.INFO,
            "warn", Level.WARN,
            "error", Level.ERROR);

    static void register(BundleContext context) {
        context.registerService(LoggerFactory.class, new ServiceLog(), null);
    }

    @Override
    public Logger getLogger(String name) {
        return getLogger(name, Logger.class);
    }

    @Override
    public Logger getLogger(Class<?> named) {
        return getLogger(named.getName(), Logger.class);
    }

    @Override
    public <L extends Logger> L getLogger(Class<?> named, Class<L> type) {
        return getLogger(named.getName(), type);
    }

    @Override
    public <L extends Logger> L getLogger(Bundle bundle, String name, Class<L> type) {
        return getLogger(name, type);
    }

    @Override
    public <L extends Logger> L getLogger(String name, Class<L> type) {
        Voice voice = new Voice(org.slf4j.LoggerFactory.getLogger(name), FormatterLogger.class.isAssignableFrom(type));
        return type.cast(Proxy.newProxyInstance(ServiceLog.class.getClassLoader(), new Class<?>[] {type}, voice));
    }

    /** One logger: five levels with seven methods each, all alike. */
    private record Voice(org.slf4j.Logger target, boolean formats) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
                throws Exception {
            String name = method.getName();
            List<@Nullable Object> arguments = flat(method, given);
            Level level = LEVELS.get(name);
            if (level != null) {
                say(proxy, level, arguments);
                return null;
            }
            return switch (name) {
                case "getName" -> target.getName();
                case "equals" -> proxy == arguments.get(0);
                case "hashCode" -> System.identityHashCode(proxy);
                case "toString" -> "log " + target.getName();
                default -> target.isEnabledForLevel(enabled(name));
            };
        }

        // isDebugEnabled and its like
        private static Level enabled(String name) {
            return LEVELS.get(name.substring("is".length(), name.length() - "Enabled".length())
                    .toLowerCase(Locale.ROOT));
        }

        private static List<@Nullable Object> flat(Method method, @Nullable Object @Nullable [] given) {
            List<@Nullable Object> arguments = new ArrayList<>();
            if (given == null) {
                return arguments;
            }
            arguments.addAll(Arrays.asList(given));
            if (method.isVarArgs() && arguments.remove(arguments.size() - 1) instanceof Object[] more) {
                arguments.addAll(Arrays.asList(more));
            }
            return arguments;
        }

        @SuppressWarnings("unchecked") // LoggerConsumer is the one type there that is no text
        private void say(Object proxy, Level level, List<@Nullable Object> arguments) throws Exception {
            if (!target.isEnabledForLevel(level)) {
                return;
            }
            if (arguments.get(0) instanceof LoggerConsumer<?> consumer) {
                ((LoggerConsumer<Exception>) consumer).accept((Logger) proxy);
                return;
            }
            String text = String.valueOf(arguments.get(0));
            Object[] rest = arguments.subList(1, arguments.size()).toArray();
            Throwable thrown = rest.length > 0 && rest[rest.length - 1] instanceof Throwable last ? last : null;
            if (formats && rest.length > 0) {
                target.atLevel(level).setCause(thrown).log(String.format(Locale.ROOT, text, rest));
            } else {
                target.atLevel(level).log(text, rest);
            }
        }
    }
}
