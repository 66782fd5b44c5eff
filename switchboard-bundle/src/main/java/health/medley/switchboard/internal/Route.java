package health.medley.switchboard.internal;

/** One entry of a routing table: the generation that answers at a port, and the calls that entered by this table. */
final class Route {
    private final RoutingTable table;
    private final int port;
    private final Generation generation;
    private final Stripes calls = new Stripes();

    Route(RoutingTable table, int port, Generation generation) {
        this.table = table;
        this.port = port;
        this.generation = generation;
    }

    /** The table it is an entry of. */
    RoutingTable table() {
        return table;
    }

    /** Number of the port. */
    int port() {
        return port;
    }

    /** Who answers. */
    Generation generation() {
        return generation;
    }

    /** The calls that entered and left by this entry. */
    Stripes calls() {
        return calls;
    }
}
