package health.medley.switchboard.internal;

import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Know every contract of core and every port there was since the start; a port once made stays. */
final class PortBook {
    private static final String CONTRACTS = "META-INF/medley/contracts";
    /** Contracts that nobody but the switchboard implements. */
    private static final Set<String> OWN = Set.of(Ports.class.getName(), RuleLibrary.class.getName());

    private final BundleContext context;
    private final Routing routing;
    private final Activation activation;
    private final Map<String, ContractType> contracts = new TreeMap<>();
    private final Map<PortKey, Port> ports = new ConcurrentSkipListMap<>();
    private final Map<Port, Publication> publications = new HashMap<>();

    /** Read the contracts that core lists, and make the port of each single one. */
    PortBook(BundleContext context, Routing routing, Activation activation) {
        this.context = context;
        this.routing = routing;
        this.activation = activation;
        ClassLoader core = Contract.class.getClassLoader();
        for (String name : listed(core)) {
            try {
                contracts.put(name, new ContractType(Class.forName(name, false, core)));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("Core lists the contract " + name + " and does not hold it", e);
            }
        }
        contracts.values().stream()
                .filter(contract -> contract.cardinality() == Cardinality.SINGLE)
                .forEach(contract -> port(new PortKey(contract.name(), Contract.MAIN)));
    }

    private static List<String> listed(ClassLoader core) {
        try (InputStream in = core.getResourceAsStream(CONTRACTS)) {
            if (in == null) {
                throw new IllegalStateException("Core has no " + CONTRACTS + ": is its jar on the class path whole?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + CONTRACTS + " of core", e);
        }
    }

    /** Full names of all contracts. */
    Set<String> contractNames() {
        return contracts.keySet();
    }

    /** A contract by its full name; null if there is none. */
    @Nullable
    ContractType contract(String name) {
        return contracts.get(name);
    }

    /** Whether nobody but the switchboard may implement a contract. */
    static boolean own(String contract) {
        return OWN.contains(contract);
    }

    /** The port of that name, made if it was never there. */
    synchronized Port port(PortKey key) {
        Port port = ports.get(key);
        if (port == null) {
            port = new Port(ports.size(), key, contracts.get(key.contract()));
            ports.put(key, port);
            PortFactory factory = new PortFactory(port, routing, activation);
            Port made = port;
            publications.put(port, new Publication(context, port, factory, () -> properties(made)));
        }
        return port;
    }

    /** Every port, in the order of contract, then id. */
    Collection<Port> ports() {
        return ports.values();
    }

    /** Who answers at a port; null if nobody does. */
    @Nullable
    Generation answering(Port port) {
        Route route = routing.current().route(port.number());
        return route == null ? null : route.generation();
    }

    /** Bring the service of a port in line with the routing. Runs consumers' code: hold no lock. */
    void publish(Port port) {
        Publication publication;
        synchronized (this) {
            publication = publications.get(port);
        }
        publication.refresh();
    }

    private @Nullable Map<String, Object> properties(Port port) {
        if (port.contract().cardinality() == Cardinality.SINGLE) {
            return Map.of(HidingHooks.PORT, port.key().id());
        }
        Generation generation = answering(port);
        Candidate candidate = generation == null ? null : generation.candidate();
        if (candidate == null) {
            return null;
        }
        Map<String, Object> properties = new TreeMap<>(candidate.declared());
        properties.put(HidingHooks.PORT, port.key().id());
        properties.put(Contract.ID, port.key().id());
        return properties;
    }
}
