package health.medley.switchboard.internal;

import health.medley.core.RoutingPin;

/** Point from a caller to the routing table its work began under. One for each table. */
final class Pin implements RoutingPin {
    private final RoutingTable table;

    Pin(RoutingTable table) {
        this.table = table;
    }

    /** The table. */
    RoutingTable table() {
        return table;
    }

    @Override
    public long routing() {
        return table.number();
    }

    @Override
    public String toString() {
        return "routing " + table.number();
    }
}
