package health.medley.switchboard.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Keep the service of one port registered as it should be. Registering runs consumers' code, so no lock is held: the
 * first thread to come does the work, and does it again for those who came meanwhile.
 */
final class Publication {
    private final BundleContext context;
    private final Port port;
    private final PortFactory factory;
    private final Supplier<@Nullable Map<String, Object>> wanted;
    private final AtomicInteger work = new AtomicInteger();
    private @Nullable ServiceRegistration<?> registration;
    private @Nullable Map<String, Object> published;

    /**
     * Publish a port.
     *
     * @param wanted the properties it is to have at this moment; null if it is not to be there
     */
    Publication(BundleContext context, Port port, PortFactory factory, Supplier<@Nullable Map<String, Object>> wanted) {
        this.context = context;
        this.port = port;
        this.factory = factory;
        this.wanted = wanted;
    }

    /** Bring the service in line with what is wanted. */
    void refresh() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int seen = 1;
        do {
            settle(wanted.get());
            seen = work.addAndGet(-seen);
        } while (seen != 0);
    }

    private void settle(@Nullable Map<String, Object> properties) {
        ServiceRegistration<?> current = registration;
        if (Objects.equals(properties, published)) {
            return;
        }
        published = properties;
        try {
            if (properties == null) {
                registration = null;
                current.unregister();
            } else if (current == null) {
                registration = context.registerService(port.contract().name(), factory, dictionary(properties));
            } else {
                current.setProperties(dictionary(properties));
            }
        } catch (IllegalStateException e) {
            // the switchboard is stopping, and the framework unregisters its services
            registration = null;
        }
    }

    private static Dictionary<String, Object> dictionary(Map<String, Object> properties) {
        return new Hashtable<>(properties);
    }
}
