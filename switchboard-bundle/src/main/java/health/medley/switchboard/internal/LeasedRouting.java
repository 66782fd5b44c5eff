package health.medley.switchboard.internal;

import health.medley.core.Caller;
import health.medley.core.ports.Lease;
import java.util.concurrent.atomic.AtomicBoolean;

/** Keep one routing table from being retired until closed. */
final class LeasedRouting implements Lease {
    private final Routing routing;
    private final RoutingTable table;
    private final int stripe;
    private final Caller caller;
    private final AtomicBoolean open = new AtomicBoolean(true);

    /** Lease the routing of {@code caller}, or the current one if it is not pinned. */
    LeasedRouting(Routing routing, Caller caller) {
        this.routing = routing;
        this.stripe = Stripes.mine();
        this.table = routing.lease(caller.pin(), stripe);
        this.caller = new Caller(
                caller.user(),
                caller.practice(),
                caller.role(),
                caller.purpose(),
                caller.origin(),
                table.pin(),
                caller.request());
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            routing.giveBack(table, stripe);
        }
    }
}
