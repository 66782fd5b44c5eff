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

    /**
     * Replace the routing in one step: every choice, or none. Work that began before keeps the routing it leased; a
     * generation that nothing names any more is retired once its last call has left.
     *
     * <p>The bundles must be installed and their providers able to start. Returns without waiting for calls in flight.
     *
     * @param caller who chooses
     * @param choices what is to answer; what they do not name stays as it is
     * @return number of the new routing
     * @throws health.medley.core.MedleyException {@code ARGUMENT_INVALID} if a choice names nothing that is installed, or
     *     a provider that cannot start; the routing is then unchanged
     */
    @Requires(Permission.ADMINISTER_PLATFORM)
    long activate(Caller caller, List<Choice> choices);
}
