package health.medley.switchboard.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Say which generation answers at each port and which version of each rule set is active. Never changes while it is in
 * use; once nobody uses it any more it forgets its entries, so that a pin somebody kept holds nothing alive.
 */
final class RoutingTable {
    private static final @Nullable Route[] NOTHING = {};

    private final Routing owner;
    private final long number;
    private final long since;
    private final Pin pin = new Pin(this);
    private final Stripes leases = new Stripes();
    private @Nullable Route[] routes;
    private RuleRoutes rules;
    private volatile boolean replaced;
    private volatile boolean closed;
    private long replacedAt;

    /**
     * Make a table.
     *
     * @param since when it was made, in nanoseconds of the owner's clock
     * @param generations who answers, by the number of the port
     */
    RoutingTable(Routing owner, long number, long since, @Nullable Generation[] generations, RuleRoutes rules) {
        this.owner = owner;
        this.number = number;
        this.since = since;
        this.rules = rules;
        this.routes = new Route[generations.length];
        for (int port = 0; port < generations.length; port++) {
            Generation generation = generations[port];
            routes[port] = generation == null ? null : new Route(this, port, generation);
        }
    }

    /** The routing it belongs to. */
    Routing owner() {
        return owner;
    }

    /** Number of this table; a later one has a higher number. */
    long number() {
        return number;
    }

    /** When it was made, in nanoseconds of the owner's clock. */
    long since() {
        return since;
    }

    /** What callers carry to stay with this table. */
    Pin pin() {
        return pin;
    }

    /** Who holds this table without being in a call. */
    Stripes leases() {
        return leases;
    }

    /** The active rule sets. */
    RuleRoutes rules() {
        return rules;
    }

    /** The entry of a port, by its number; null if nobody answers there. */
    @Nullable
    Route route(int port) {
        @Nullable Route[] all = routes;
        return port < all.length ? all[port] : null;
    }

    /** One more than the highest number of a port it knows. */
    int size() {
        return routes.length;
    }

    /** Who answers at each port. */
    @Nullable
    Generation[] generations(int ports) {
        @Nullable Generation[] generations = new Generation[ports];
        for (int port = 0; port < ports; port++) {
            Route route = route(port);
            generations[port] = route == null ? null : route.generation();
        }
        return generations;
    }

    /** Every entry. */
    List<Route> entries() {
        List<Route> entries = new ArrayList<>();
        for (Route route : routes) {
            if (route != null) {
                entries.add(route);
            }
        }
        return entries;
    }

    /** Whether a later table took its place. */
    boolean replaced() {
        return replaced;
    }

    /** When a later table took its place. */
    long replacedAt() {
        return replacedAt;
    }

    /** Note that a later table took its place. */
    void replace(long now) {
        replacedAt = now;
        replaced = true;
    }

    /** Whether nobody may enter by it any more. */
    boolean closed() {
        return closed;
    }

    /**
     * Close the table if nobody is inside and no lease is open.
     *
     * <p>Two looks with the closing between them: whoever enters counts first and looks at {@code closed} after, so
     * either the second look sees the entry or the one who enters sees the table closed.
     *
     * @return whether it is closed for good
     */
    boolean retire() {
        if (!quiet()) {
            return false;
        }
        closed = true;
        if (!quiet()) {
            closed = false;
            return false;
        }
        routes = NOTHING;
        rules = RuleRoutes.NONE;
        return true;
    }

    /** How many leases are open. */
    long openLeases() {
        long left = leases.left();
        return leases.entered() - left;
    }

    private boolean quiet() {
        long left = leases.left();
        for (Route route : entries()) {
            left += route.calls().left();
        }
        long entered = leases.entered();
        for (Route route : entries()) {
            entered += route.calls().entered();
        }
        return left == entered;
    }
}
