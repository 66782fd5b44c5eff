package health.medley.switchboard.internal;

import health.medley.core.Cardinality;
import health.medley.core.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.AllServiceListener;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

/** Watch raw providers come and go and tell the switchboard; what cannot be routed to is remembered with the reason. */
final class RawProviders implements AllServiceListener {
    private final BundleContext context;
    private final Switchboard switchboard;
    private final HidingHooks hooks;
    private final Map<ServiceReference<?>, String> refused = new ConcurrentHashMap<>();

    RawProviders(BundleContext context, Switchboard switchboard, HidingHooks hooks) {
        this.context = context;
        this.switchboard = switchboard;
        this.hooks = hooks;
    }

    /** Begin to watch, and tell of those that are there. */
    void begin() {
        context.addServiceListener(this);
        for (String contract : switchboard.book().contractNames()) {
            for (ServiceReference<?> service : there(contract)) {
                if (hooks.raw(service)) {
                    appeared(service);
                }
            }
        }
    }

    private ServiceReference<?>[] there(String contract) {
        try {
            ServiceReference<?>[] all = context.getAllServiceReferences(contract, null);
            return all == null ? new ServiceReference<?>[0] : all;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("No filter was given", e);
        }
    }

    /** Stop watching. */
    void end() {
        context.removeServiceListener(this);
    }

    /** Why a service of a bundle cannot be routed to, each in one sentence. */
    List<String> refusedOf(String bundle) {
        return refused.entrySet().stream()
                .filter(entry -> entry.getKey().getBundle() != null
                        && Origins.nameOf(entry.getKey().getBundle()).equals(bundle))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        ServiceReference<?> service = event.getServiceReference();
        if (!hooks.raw(service)) {
            return;
        }
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            refused.remove(service);
            switchboard.vanished(service);
        } else {
            appeared(service);
        }
    }

    private void appeared(ServiceReference<?> service) {
        List<Candidate> candidates = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String name : (String[]) service.getProperty(Constants.OBJECTCLASS)) {
            ContractType contract = switchboard.book().contract(name);
            if (contract != null) {
                read(service, contract, candidates, problems);
            }
        }
        if (problems.isEmpty()) {
            refused.remove(service);
        } else {
            refused.put(service, String.join(" ", problems));
        }
        switchboard.leftPorts(service, candidates);
        candidates.forEach(switchboard::appeared);
    }

    private static void read(
            ServiceReference<?> service, ContractType contract, List<Candidate> candidates, List<String> problems) {
        String offer = Origins.nameOf(service.getBundle()) + " offers " + contract.name();
        String id = contract.cardinality() == Cardinality.SINGLE ? Contract.MAIN : Candidate.idOf(service);
        if (PortBook.own(contract.name())) {
            problems.add(offer + ", which only the switchboard implements: remove that service from the bundle.");
        } else if (id == null) {
            problems.add(
                    offer + " without the property " + Contract.ID + ": declare an id, so that it can be asked for.");
        } else {
            candidates.add(Candidate.of(service, new PortKey(contract.name(), id)));
        }
    }
}
