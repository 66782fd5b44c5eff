package health.medley.launcher.internal;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.ports.Ports;
import health.medley.core.ports.Readiness;
import health.medley.launcher.Contribution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Find ports for the host, in whose name the system bundle asks. */
public final class PortAccess {
    private static final String PORT = "medley.port";
    private static final String OURS = "medley.";
    private static final Caller HOST = Caller.of("host", "platform", Role.HOST, "start");

    private final Supplier<BundleContext> context;

    PortAccess(Supplier<BundleContext> context) {
        this.context = context;
    }

    /** Find one port; see {@link health.medley.launcher.Medley#port}. */
    public <T> T find(Class<T> contract, String id) {
        Cardinality cardinality = cardinality(contract);
        BundleContext bundles = context.get();
        for (ServiceReference<?> reference : ports(bundles, contract)) {
            if (id.equals(reference.getProperty(PORT))) {
                Object port = bundles.getService(reference);
                if (contract.isInstance(port)) {
                    return contract.cast(port);
                }
            }
        }
        throw absent(contract, cardinality, id);
    }

    /** List the contributions; see {@link health.medley.launcher.Medley#contributions}. */
    public List<Contribution> contributions(Class<?> contract) {
        if (cardinality(contract) == Cardinality.SINGLE) {
            throw new MedleyException(
                    ErrorCode.CONTRACT_UNKNOWN,
                    "Listing contributions to " + contract.getName()
                            + ": one provider answers for it; ask port(Class) instead");
        }
        return ports(context.get(), contract).stream()
                .map(reference -> new Contribution((String) reference.getProperty(PORT), declared(reference)))
                .sorted(Comparator.comparing(Contribution::id))
                .toList();
    }

    /** Ask the switchboard whether every required port is filled. */
    public Readiness readiness() {
        return find(Ports.class, Contract.MAIN).readiness(HOST);
    }

    private static Cardinality cardinality(Class<?> contract) {
        Contract mark = contract.getAnnotation(Contract.class);
        if (mark == null || !contract.isInterface()) {
            throw new MedleyException(
                    ErrorCode.CONTRACT_UNKNOWN,
                    "Asking for a port of " + contract.getName()
                            + ": expected an interface of core that is marked @Contract");
        }
        return mark.value();
    }

    // the system bundle sees raw providers too, and anybody may give a service that property: only the switchboard's
    // services are ports
    private static Collection<? extends ServiceReference<?>> ports(BundleContext bundles, Class<?> contract) {
        try {
            return bundles.getServiceReferences(contract, "(" + PORT + "=*)").stream()
                    .filter(PortAccess::isOfTheSwitchboard)
                    .toList();
        } catch (InvalidSyntaxException e) {
            throw new MedleyException(ErrorCode.PLATFORM_FAULTY, "The filter for ports is wrong: " + e.getMessage(), e);
        }
    }

    private static boolean isOfTheSwitchboard(ServiceReference<?> reference) {
        Bundle owner = reference.getBundle();
        return owner != null && BundleSupply.SWITCHBOARD.equals(owner.getSymbolicName());
    }

    private static Map<String, Object> declared(ServiceReference<?> reference) {
        Map<String, Object> properties = new HashMap<>();
        for (String key : reference.getPropertyKeys()) {
            if (key.startsWith(OURS)) {
                properties.put(key, reference.getProperty(key));
            }
        }
        return properties;
    }

    private MedleyException absent(Class<?> contract, Cardinality cardinality, String id) {
        if (cardinality == Cardinality.SINGLE) {
            return new MedleyException(
                    ErrorCode.SERVICE_ABSENT,
                    "Asking for the port \"" + id + "\" of " + contract.getName()
                            + ": it has the one port \"main\" and the platform offers "
                            + (ports(context.get(), contract).isEmpty()
                                    ? "none; is it a contract of this core?"
                                    : "it"));
        }
        List<String> ids = new ArrayList<>();
        contributions(contract).forEach(each -> ids.add(each.id()));
        return new MedleyException(
                ErrorCode.SERVICE_ABSENT,
                "Asking for the contribution \"" + id + "\" to " + contract.getName()
                        + ": nothing contributes under that id; "
                        + (ids.isEmpty()
                                ? "there are no contributions: install a bundle that has one"
                                : "there are " + ids.stream().collect(Collectors.joining(", "))));
    }
}
