package health.medley.switchboard.internal;

import health.medley.core.Caller;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Lease;
import health.medley.core.ports.PortStatus;
import health.medley.core.ports.Ports;
import health.medley.core.ports.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Show the switchboard to the outside. */
final class PortsService implements Ports {
    private final Switchboard switchboard;
    private final Set<String> required;
    private final WhyReport why;
    private final Move move;

    /**
     * Show a switchboard.
     *
     * @param required contracts without which the platform is not ready
     */
    PortsService(Switchboard switchboard, Set<String> required, WhyReport why, Move move) {
        this.switchboard = switchboard;
        this.required = required;
        this.why = why;
        this.move = move;
    }

    @Override
    public Lease open(Caller caller) {
        return new LeasedRouting(switchboard.routing(), caller);
    }

    @Override
    public List<PortStatus> status(Caller caller) {
        return switchboard.book().ports().stream().map(this::status).toList();
    }

    private PortStatus status(Port port) {
        Generation generation = switchboard.book().answering(port);
        Tally tally = switchboard.routing().tally(port.number());
        return new PortStatus(
                port.key().contract(),
                port.key().id(),
                Optional.ofNullable(generation).map(Generation::origin),
                generation == null ? 0 : generation.number(),
                required.contains(port.key().contract()),
                tally.inFlight(),
                tally.calls(),
                tally.failures(),
                why.ofPort(port));
    }

    @Override
    public Readiness readiness(Caller caller) {
        List<String> reasons = new ArrayList<>();
        for (String contract : required) {
            List<Port> ports = switchboard.book().ports().stream()
                    .filter(port -> port.key().contract().equals(contract))
                    .toList();
            if (ports.stream().noneMatch(port -> switchboard.book().answering(port) != null)) {
                reasons.add(ports.isEmpty() ? why.ofUnfilledContract(contract) : why.ofPort(ports.get(0)));
            }
        }
        return new Readiness(reasons.isEmpty(), switchboard.routing().current().number(), reasons);
    }

    @Override
    public String why(Caller caller, String name) {
        return why.of(name);
    }

    @Override
    public long activate(Caller caller, List<Choice> choices) {
        return move.to(List.copyOf(choices));
    }
}
