package health.medley.core;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Name the routing a piece of work began under, so that nested calls, on any thread, see the same one.
 *
 * <p>Opaque: only the switchboard makes and reads pins. Safe to share between threads.
 */
@ProviderType
public interface RoutingPin {

    /** Number of the routing; a later routing has a higher number. */
    long routing();
}
