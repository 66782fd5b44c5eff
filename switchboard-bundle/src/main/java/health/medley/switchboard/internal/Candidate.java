package health.medley.switchboard.internal;

import health.medley.core.Contract;
import health.medley.core.Origin;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/**
 * A raw provider that may be routed to.
 *
 * @param service the raw service; null only in tests of the selection
 * @param key the port it could answer at
 * @param origin its bundle, version and hash
 * @param declared its properties whose names begin with {@code medley.}
 */
record Candidate(@Nullable ServiceReference<?> service, PortKey key, Origin origin, Map<String, Object> declared) {

    /** Read one from a raw service. */
    static Candidate of(ServiceReference<?> service, PortKey key) {
        Map<String, Object> declared = new TreeMap<>();
        for (String name : service.getPropertyKeys()) {
            if (name.startsWith("medley.") && !name.equals(HidingHooks.PORT)) {
                declared.put(name, service.getProperty(name));
            }
        }
        Bundle bundle = service.getBundle();
        return new Candidate(service, key, Origins.ofProvider(bundle, declared.get(Origins.VERSION)), declared);
    }

    /** The id a contribution declares; null if it declares none. */
    static @Nullable String idOf(ServiceReference<?> service) {
        return service.getProperty(Contract.ID) instanceof String id && !id.isBlank() ? id : null;
    }

    /** For sentences: {@code health.medley.eligibility 1.0.0}. */
    @Override
    public String toString() {
        return origin.toString();
    }
}
