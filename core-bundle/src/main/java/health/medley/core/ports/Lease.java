package health.medley.core.ports;

import health.medley.core.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keep the routing of one piece of work from being retired until the work is done. Close it exactly once, on any
 * thread; closing again does nothing.
 */
@ProviderType
public interface Lease extends AutoCloseable {

    /** The caller given to {@link Ports#open}, pinned to the leased routing. */
    Caller caller();

    /** Give the routing back. */
    @Override
    void close();
}
