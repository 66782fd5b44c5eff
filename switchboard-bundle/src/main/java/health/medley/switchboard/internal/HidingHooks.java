package health.medley.switchboard.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;
import org.osgi.framework.hooks.service.ListenerHook.ListenerInfo;

/**
 * Hide raw providers from everyone but the switchboard and their owner, so that a consumer can only find ports,
 * whatever ranking a provider has. A guard rail, not a boundary: a framework goes on when a hook throws, and shows its
 * own context (the host's) everything, so a host asks for the services of this bundle with the property of ports.
 */
final class HidingHooks implements FindHook, EventListenerHook {
    /** Service property that marks a port. */
    static final String PORT = "medley.port";

    private final Bundle own;
    private final Set<String> contracts;

    /**
     * Hide services of {@code contracts} that are no ports.
     *
     * @param own the switchboard's bundle, which sees everything
     * @param contracts full names
     */
    HidingHooks(Bundle own, Set<String> contracts) {
        this.own = own;
        this.contracts = contracts;
    }

    @Override
    public void find(
            BundleContext context,
            @Nullable String name,
            @Nullable String filter,
            boolean allServices,
            Collection<ServiceReference<?>> references) {
        Bundle asking = context.getBundle();
        references.removeIf(reference -> hidden(reference, asking));
    }

    @Override
    public void event(ServiceEvent event, Map<BundleContext, Collection<ListenerInfo>> listeners) {
        ServiceReference<?> reference = event.getServiceReference();
        listeners.keySet().removeIf(context -> hidden(reference, context.getBundle()));
    }

    /** Whether {@code asking} must not see a service. */
    boolean hidden(ServiceReference<?> reference, Bundle asking) {
        return !own.equals(asking) && raw(reference) && !asking.equals(reference.getBundle());
    }

    /** Whether a service is a raw provider: of a contract, and no port. */
    boolean raw(ServiceReference<?> reference) {
        if (own.equals(reference.getBundle()) && reference.getProperty(PORT) != null) {
            return false;
        }
        for (String type : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
            if (contracts.contains(type)) {
                return true;
            }
        }
        return false;
    }
}
