package health.medley.switchboard.internal;

import health.medley.core.Origin;
import health.medley.core.ports.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keep the routing as it should be while providers and rules come and go.
 *
 * <p>Its lock guards who could answer and what was chosen. No provider and no consumer runs while it is held: a
 * provider is obtained first, and then routed to if it is still wanted.
 */
final class Switchboard {
    private final Logger logger = LoggerFactory.getLogger(Switchboard.class);
    private final Object lock = new Object();
    private final Routing routing;
    private final PortBook book;
    private final Activation activation;
    private final Announcements announcements;
    private final RuleShelf shelf = new RuleShelf();
    private final Settlement settlement = new Settlement(this);
    private Choices choices;
    private int holds;

    Switchboard(Routing routing, PortBook book, Activation activation, Announcements announcements, Choices choices) {
        this.routing = routing;
        this.book = book;
        this.activation = activation;
        this.announcements = announcements;
        this.choices = choices;
    }

    /** Guards candidates, choices and the shelf of rules. */
    Object lock() {
        return lock;
    }

    /** The routing. */
    Routing routing() {
        return routing;
    }

    /** Every contract and port. */
    PortBook book() {
        return book;
    }

    /** How providers are obtained. */
    Activation activation() {
        return activation;
    }

    /** The installed rule sets; guarded by the lock. */
    RuleShelf shelf() {
        return shelf;
    }

    /** What was chosen; guarded by the lock. */
    Choices choices() {
        return choices;
    }

    /** Let a service of the switchboard's own answer at its port. */
    void answer(Port port, Origin origin, Object service) {
        Generation generation = new Generation(routing.nextGeneration(), port.key(), origin, null, service);
        routing.replace(Map.of(port.number(), generation), null);
        book.publish(port);
    }

    /** A raw provider appeared, or declares something else than before at the same port. */
    void appeared(Candidate candidate) {
        Port port = book.port(candidate.key());
        synchronized (lock) {
            port.candidates().stream()
                    .filter(known -> candidate.service().equals(known.service()))
                    .findFirst()
                    .ifPresentOrElse(known -> renew(port, known, candidate), () -> port.candidates()
                            .add(candidate));
        }
        settle(port);
    }

    private void renew(Port port, Candidate known, Candidate candidate) {
        port.candidates().set(port.candidates().indexOf(known), candidate);
        Generation now = book.answering(port);
        if (now != null && known.equals(now.candidate())) {
            now.renew(candidate);
        }
    }

    /** A raw provider is about to go. */
    void vanished(ServiceReference<?> service) {
        leftPorts(service, List.of());
    }

    /** A raw provider answers no longer but at the ports of {@code still}. */
    void leftPorts(ServiceReference<?> service, List<Candidate> still) {
        List<PortKey> stays = still.stream().map(Candidate::key).toList();
        for (Port port : book.ports()) {
            if (!stays.contains(port.key()) && withdraw(port, service)) {
                settle(port);
            }
        }
    }

    private boolean withdraw(Port port, ServiceReference<?> service) {
        synchronized (lock) {
            List<Candidate> gone = port.candidates().stream()
                    .filter(candidate -> service.equals(candidate.service()))
                    .toList();
            gone.forEach(candidate -> port.problem(candidate, null));
            return port.candidates().removeAll(gone);
        }
    }

    /** The rules on the shelf changed: {@code change} is run under the lock. */
    void rulesChanged(Runnable change) {
        synchronized (lock) {
            change.run();
            settleRules();
        }
    }

    /** Decide nothing until {@link #unhold}, except that who is gone is routed to no more. */
    void hold() {
        synchronized (lock) {
            holds++;
        }
    }

    /** Decide again, beginning with what was held back. */
    void unhold() {
        synchronized (lock) {
            holds--;
            settleRules();
        }
        book.ports().forEach(this::settle);
    }

    private void settleRules() {
        if (holds > 0) {
            return;
        }
        RuleRoutes active = shelf.select(choices, routing.current().rules());
        if (!active.same(routing.current().rules())) {
            RoutingTable table = routing.replace(Map.of(), active);
            logger.info("Routing {}: active rule sets are {}", table.number(), RuleShelf.describe(active));
        }
    }

    /** Who is to answer at a port, as things stand; under the lock. */
    Selection select(Port port) {
        Generation now = book.answering(port);
        return Selection.of(
                port.candidates(),
                choices,
                port.former(),
                now == null ? null : now.candidate(),
                // a port that once was filled is not emptied because somebody installs a bundle for later
                port.filled() ? List.of() : announcements.of(port));
    }

    /** Bring a port in line with its candidates and the choices. */
    void settle(Port port) {
        settlement.settle(port);
    }

    /** Look again at ports that wait for bundles which were announced: one was started, or is gone. */
    void reconsider() {
        for (Port port : book.ports()) {
            boolean waiting;
            synchronized (lock) {
                waiting = !port.filled() && !port.candidates().isEmpty();
            }
            if (waiting) {
                settle(port);
            }
        }
    }

    /** Whether deciding is held back; under the lock. */
    boolean held() {
        return holds > 0;
    }

    /** Make choices and what follows from them part of one new table; under the lock. */
    RoutingTable choose(List<Choice> chosen, Map<Integer, @Nullable Generation> changes) {
        choices = choices.with(chosen, routing.current().number() + 1);
        return routing.replace(changes, shelf.select(choices, routing.current().rules()));
    }
}
