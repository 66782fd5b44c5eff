package health.medley.billing.internal.month;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes ports that answer the methods a test names and refuse every other. */
final class FakePort {
    private FakePort() {}

    static <T> T of(Class<T> contract, Map<String, Function<Object[], Object>> answers) {
        return contract.cast(Proxy.newProxyInstance(
                FakePort.class.getClassLoader(), new Class<?>[] {contract}, (proxy, method, arguments) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new IllegalStateException(contract.getSimpleName() + "." + method.getName()
                                + " is asked, which this test does not expect");
                    }
                    return answer.apply(arguments);
                }));
    }

    /** A port that passes every call on to another, after {@code before} was told the method's name. */
    static <T> T through(Class<T> contract, T target, Consumer<String> before) {
        return contract.cast(Proxy.newProxyInstance(
                FakePort.class.getClassLoader(), new Class<?>[] {contract}, (proxy, method, arguments) -> {
                    before.accept(method.getName());
                    try {
                        return method.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** A port that passes every call on to another and tells {@code after} the method's name when it returned. */
    static <T> T after(Class<T> contract, T target, Consumer<String> after) {
        return contract.cast(Proxy.newProxyInstance(
                FakePort.class.getClassLoader(), new Class<?>[] {contract}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(target, arguments);
                        after.accept(method.getName());
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
