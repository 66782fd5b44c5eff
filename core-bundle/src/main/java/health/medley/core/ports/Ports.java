package health.medley.core.ports;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * See the switchboard from outside: lease its routing for a piece of work, ask how ports stand and why.
 *
 * <p>Safe for concurrent use; no method waits for a provider. Implemented by the switchboard alone.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ProviderType
public interface Ports {

    /**
     * Lease the current routing, so that everything done with {@link Lease#caller()} sees the same generations and rule
     * versions from start to end. Meant for edges: a request, a batch, a command. Close the lease when done.
     *
     * @param caller who works; if already pinned, the same routing is leased once more
     */
    Lease open(Caller caller);

    /**
     * Say how every port stands, in the order of contract, then id.
     *
     * @param caller who asks
     */
    @Requires(Permission.READ_PLATFORM)
    List<PortStatus> status(Caller caller);

    /**
     * Say whether the platform can work.
     *
     * @param caller who asks
     */
    Readiness readiness(Caller caller);

    /**
     * Say in one plain sentence why a bundle, contract, port or rule set stands as it does, and the next step.
     *
     * @param caller who asks
     * @param name symbolic name of a bundle, name of a contract or rule set
     * @return the sentence; for an unknown name, what names there are
     */
    @Requires(Permission.READ_PLATFORM)
    String why(Caller caller, String name);
}
