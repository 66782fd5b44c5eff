package health.medley.cli.internal.command;

import health.medley.core.Caller;
import health.medley.core.Origin;
import health.medley.core.RoutingPin;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Lease;
import health.medley.core.ports.PortStatus;
import health.medley.core.ports.Ports;
import health.medley.core.ports.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts leases and knows which callers are pinned. */
final class FakePorts implements Ports {

    private record Pin(long routing) implements RoutingPin {}

    final List<PortStatus> statuses = new ArrayList<>();
    boolean ready = true;
    int opened;
    int open;

    /** Fail unless the caller works under a lease that is still open. */
    void expectPinned(Caller caller) {
        if (caller.pin() == null || open != 1) {
            throw new AssertionError("A port was called outside the command's lease");
        }
    }

    void port(String contract, boolean required, Optional<Origin> provider, String why) {
        statuses.add(new PortStatus(contract, "main", provider, 1, required, 0, 0, 0, why));
    }

    @Override
    public Lease open(Caller caller) {
        opened++;
        open++;
        Caller pinned = new Caller(
                caller.user(), caller.practice(), caller.role(), caller.purpose(), caller.origin(), new Pin(7));
        return new Lease() {
            @Override
            public Caller caller() {
                return pinned;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    @Override
    public List<PortStatus> status(Caller caller) {
        return List.copyOf(statuses);
    }

    @Override
    public Readiness readiness(Caller caller) {
        return new Readiness(ready, 7, ready ? List.of() : List.of("Nobody answers for billing. Install it."));
    }

    @Override
    public String why(Caller caller, String name) {
        return name;
    }

    @Override
    public long activate(Caller caller, List<Choice> choices) {
        throw new AssertionError("No command moves the routing");
    }
}
