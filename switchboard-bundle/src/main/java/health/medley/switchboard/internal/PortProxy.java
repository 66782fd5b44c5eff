package health.medley.switchboard.internal;

import health.medley.core.Caller;
import health.medley.core.MedleyException;
import health.medley.core.Origin;
import health.medley.core.RoutingPin;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A port as one consumer bundle holds it: checks the caller's role, finds the generation by the caller's routing,
 * counts the call, stamps where it came from, and turns a provider's mishaps into one error.
 */
final class PortProxy implements InvocationHandler {
    private final Port port;
    private final ContractType contract;
    private final Routing routing;
    private final Activation activation;
    private final Origin origin;
    private final Stamp[] stamps = new Stamp[Stripes.stripes()];

    /** What was made of a caller last time, kept so that the same caller costs nothing the next time. */
    private record Stamp(Caller from, RoutingTable table, Caller to) {}

    PortProxy(Port port, Routing routing, Activation activation, Origin origin) {
        this.port = port;
        this.contract = port.contract();
        this.routing = routing;
        this.activation = activation;
        this.origin = origin;
    }

    /** Make the object that consumers call. */
    Object object() {
        Class<?> type = contract.type();
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method handed, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        PortMethod method = contract.method(handed);
        if (method == null) {
            return ofObject(proxy, handed, arguments);
        }
        Caller caller = (Caller) arguments[0];
        if (caller == null) {
            throw PortErrors.noCaller(method);
        }
        if (!method.allows(caller.role())) {
            throw PortErrors.denied(method, caller.role());
        }
        if (activation.anywhere()) {
            activation.refuseOnThisThread(method);
        }
        int stripe = Stripes.mine();
        RoutingPin pin = caller.pin();
        Route route = pin == null ? routing.enter(port.number(), stripe) : routing.enter(pin, port.number(), stripe);
        if (route == null) {
            throw PortErrors.absent(method, port, routing.shut());
        }
        return call(method, route, caller, arguments, stripe);
    }

    private @Nullable Object call(
            PortMethod method, Route route, Caller caller, @Nullable Object[] arguments, int stripe) throws Throwable {
        try {
            arguments[0] = stamped(caller, route.table(), stripe);
            Object answer =
                    (Object) method.handle().invokeExact(route.generation().instance(), (Object[]) arguments);
            if (answer == null && method.answers()) {
                route.calls().fail(stripe);
                throw PortErrors.answeredNull(method, route.generation().origin());
            }
            return answer;
        } catch (MedleyException | VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            route.calls().fail(stripe);
            throw PortErrors.failed(method, route.generation().origin(), e);
        } finally {
            routing.leave(route, stripe);
        }
    }

    private Caller stamped(Caller caller, RoutingTable table, int stripe) {
        Stamp last = stamps[stripe];
        if (last != null && last.from == caller && last.table == table) {
            return last.to;
        }
        Caller to = origin.equals(caller.origin()) && caller.pin() != null
                ? caller
                : new Caller(
                        caller.user(),
                        caller.practice(),
                        caller.role(),
                        caller.purpose(),
                        origin,
                        table.pin(),
                        caller.request());
        stamps[stripe] = new Stamp(caller, table, to);
        return to;
    }

    private Object ofObject(Object proxy, Method handed, @Nullable Object @Nullable [] arguments) {
        return switch (handed.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "port " + port.key() + " for " + origin;
        };
    }
}
