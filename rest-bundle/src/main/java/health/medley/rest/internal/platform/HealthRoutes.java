package health.medley.rest.internal.platform;

import health.medley.core.Caller;
import health.medley.core.ports.Ports;
import health.medley.core.ports.Readiness;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoreStatus;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import health.medley.rest.internal.server.ServerState;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether the server can work, for whoever watches it. */
@Component(service = HealthRoutes.class)
public final class HealthRoutes implements RouteSource {

    private static final int UNAVAILABLE = 503;

    private final Ports ports;
    private final StoreKeeper store;
    private final ServerState state;

    /** Take what may not be ready. */
    @Activate
    public HealthRoutes(@Reference Ports ports, @Reference StoreKeeper store, @Reference ServerState state) {
        this.ports = ports;
        this.store = store;
        this.state = state;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.get("health", "/health", "Say whether the server can work, and why not.")
                .open()
                .gives(Health.class)
                .by(call -> health(call.caller())));
    }

    private Reply health(Caller caller) {
        Readiness readiness = ports.readiness(caller);
        StoreStatus status = store.status(caller);
        List<String> reasons = new ArrayList<>(readiness.reasons());
        if (!status.ready()) {
            reasons.add("The store is " + status.state() + ".");
        }
        reasons.addAll(status.remarks());
        state.waiting().ifPresent(reasons::add);
        boolean ready = readiness.ready() && status.ready() && state.waiting().isEmpty();
        Reply reply = Reply.of(new Health(ready, reasons));
        return ready ? reply : reply.status(UNAVAILABLE);
    }
}
