package health.medley.launcher.internal;

import health.medley.core.Contract;
import java.util.Hashtable;
import java.util.Map;
import java.util.Objects;
import org.osgi.framework.BundleContext;

/** Hold an object of the host that answers for a contract. */
public record HostService(Class<?> contract, String id, String version, Object object, Map<String, String> properties) {
    private static final String VERSION = "medley.version";

    /** Check the parts. */
    public HostService {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(object, "object");
        properties = Map.copyOf(properties);
    }

    void register(BundleContext context) {
        Hashtable<String, Object> declared = new Hashtable<>(properties);
        declared.put(Contract.ID, id);
        declared.put(VERSION, version);
        context.registerService(contract.getName(), object, declared);
    }
}
