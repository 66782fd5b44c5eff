package health.medley.benchmarks.port;

/** How the probe is called. */
enum PortKind {
    /** Without a port. */
    DIRECT("direct"),
    /** Through its port, by a caller that holds a lease, as a batch does. */
    LEASED("port, caller holds a lease"),
    /** Through its port, by a caller that the port pins for the length of the call. */
    UNPINNED("port, pinned for the call"),
    /** Through its port, by two callers in turn: the port makes a stamp for each call. Shown, not in the figures. */
    CHANGING("port, another caller each call");

    private final String label;

    PortKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
