package health.medley.switchboard.signals;

import health.medley.core.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * One call that arrived at a provider.
 *
 * @param caller the caller the provider was given; null while it is activated
 * @param bundle the provider's bundle
 * @param version version of the provider's bundle
 */
public record Call(@Nullable Caller caller, BundleContext bundle, String version) {

    /** A call that arrives now. */
    public Call(@Nullable Caller caller, BundleContext bundle) {
        this(caller, bundle, bundle.getBundle().getVersion().toString());
    }

    /** The port of a contract, as the provider's bundle sees it. */
    public <T> T port(Class<T> contract) {
        ServiceReference<T> reference = bundle.getServiceReference(contract);
        return bundle.getService(reference);
    }
}
