package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Lease;
import health.medley.core.ports.PortStatus;
import health.medley.core.ports.Ports;
import health.medley.core.ports.Readiness;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports that lease a routing to everybody and count the leases that were not closed. */
final class OpenPorts implements Ports {

    private final AtomicInteger open = new AtomicInteger();

    int open() {
        return open.get();
    }

    @Override
    public Lease open(Caller caller) {
        open.incrementAndGet();
        return new Lease() {
            @Override
            public Caller caller() {
                return caller;
            }

            @Override
            public void close() {
                open.decrementAndGet();
            }
        };
    }

    @Override
    public List<PortStatus> status(Caller caller) {
        return List.of();
    }

    @Override
    public Readiness readiness(Caller caller) {
        return new Readiness(true, 1, List.of());
    }

    @Override
    public String why(Caller caller, String name) {
        return name + " is a test's";
    }

    @Override
    public long activate(Caller caller, List<Choice> choices) {
        throw new UnsupportedOperationException("no test activates anything here");
    }
}
