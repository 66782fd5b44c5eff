package health.medley.switchboard.internal;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One contract: its interface, its cardinality and its methods, ready to be called. */
final class ContractType {
    private final Class<?> type;
    private final Cardinality cardinality;
    private final Map<Method, PortMethod> methods = new HashMap<>();
    private volatile Known known = new Known(new Method[0], new PortMethod[0]);

    /** The method objects that proxies hand over, and what they mean; found by identity, which no hash beats here. */
    private record Known(Method[] handed, PortMethod[] meant) {
        Known with(Method method, PortMethod meaning) {
            Method[] moreHanded = Arrays.copyOf(handed, handed.length + 1);
            PortMethod[] moreMeant = Arrays.copyOf(meant, meant.length + 1);
            moreHanded[handed.length] = method;
            moreMeant[meant.length] = meaning;
            return new Known(moreHanded, moreMeant);
        }
    }

    /**
     * Read a contract.
     *
     * @throws MedleyException {@code CONTRACT_UNKNOWN} if it is none
     */
    ContractType(Class<?> type) {
        Contract contract = type.getAnnotation(Contract.class);
        if (contract == null || !type.isInterface()) {
            throw new MedleyException(
                    ErrorCode.CONTRACT_UNKNOWN,
                    "Reading the contract " + type.getName()
                            + ": it is not an interface with @Contract. Only interfaces of core are contracts.");
        }
        this.type = type;
        this.cardinality = contract.value();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers())) {
                methods.put(method, read(method));
            }
        }
    }

    private static PortMethod read(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length == 0 || parameters[0] != Caller.class) {
            throw new MedleyException(
                    ErrorCode.CONTRACT_UNKNOWN,
                    "Reading the contract of " + method.getDeclaringClass().getName() + "." + method.getName()
                            + ": its first parameter is not the Caller. Every method of a contract takes one first.");
        }
        try {
            return new PortMethod(method);
        } catch (IllegalAccessException e) {
            throw new MedleyException(
                    ErrorCode.CONTRACT_UNKNOWN,
                    "Reading the contract of " + method.getDeclaringClass().getName() + "." + method.getName()
                            + ": it is not public. A contract is a public interface.",
                    e);
        }
    }

    /** The interface. */
    Class<?> type() {
        return type;
    }

    /** Full name of the interface. */
    String name() {
        return type.getName();
    }

    /** How many providers may answer. */
    Cardinality cardinality() {
        return cardinality;
    }

    /** The meaning of a method object a proxy hands over; null for those of {@link Object}. */
    @Nullable
    PortMethod method(Method handed) {
        Known now = known;
        Method[] all = now.handed;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == handed) {
                return now.meant[i];
            }
        }
        return learn(handed);
    }

    private synchronized @Nullable PortMethod learn(Method handed) {
        PortMethod meaning = methods.get(handed);
        // a proxy class hands over the same objects for ever; the bound is for somebody who calls with copies
        if (meaning != null && known.handed.length < 2 * methods.size()) {
            known = known.with(handed, meaning);
        }
        return meaning;
    }
}
