package health.medley.switchboard.internal;

import health.medley.core.ports.Choice;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bring one port in line with its candidates and the choices. Whoever is wanted is obtained without any lock, and
 * routed to only if nothing has changed meanwhile; otherwise it is given back and the question asked again.
 */
final class Settlement {
    private final Logger logger = LoggerFactory.getLogger(Settlement.class);
    private final Switchboard switchboard;

    Settlement(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /** Bring a port in line with its candidates and the choices. */
    void settle(Port port) {
        if (PortBook.own(port.key().contract())) {
            switchboard.book().publish(port);
            return;
        }
        boolean settled = false;
        while (!settled) {
            Candidate wanted;
            synchronized (switchboard.lock()) {
                wanted = wanted(port);
            }
            settled = wanted == null || obtain(port, wanted);
        }
        switchboard.book().publish(port);
    }

    /** Who is to be obtained; null if nobody is, and whoever is gone was taken out of the routing. */
    private @Nullable Candidate wanted(Port port) {
        Generation now = switchboard.book().answering(port);
        Selection selection = switchboard.select(port);
        port.emptiness(
                switchboard.held()
                        ? "The platform is just starting or stopping: ask again when it is ready."
                        : selection.why());
        boolean gone = now != null && !port.candidates().contains(now.candidate());
        if (switchboard.held() || selection.candidate() == null) {
            if (gone || (now != null && !switchboard.held())) {
                empty(port);
            }
            return null;
        }
        return now != null && selection.candidate().equals(now.candidate()) ? null : selection.candidate();
    }

    private boolean obtain(Port port, Candidate wanted) {
        Activation.Obtained obtained =
                switchboard.activation().obtain(wanted, port.contract().type());
        synchronized (switchboard.lock()) {
            boolean still = port.candidates().contains(wanted);
            port.problem(wanted, still && obtained.instance() == null ? obtained.problem() : null);
            if (obtained.instance() == null) {
                refused(port, wanted, obtained.problem());
                return true;
            }
            Generation now = switchboard.book().answering(port);
            boolean there = now != null && wanted.equals(now.candidate());
            if (!there
                    && !switchboard.held()
                    && wanted.equals(switchboard.select(port).candidate())) {
                route(port, wanted, obtained.instance());
                return true;
            }
        }
        switchboard.activation().release(wanted);
        return false;
    }

    private void refused(Port port, Candidate wanted, String problem) {
        logger.warn("{} cannot answer at {}: {}", wanted, port.key(), problem);
        port.emptiness(
                "The provider " + wanted + " is there, but " + problem + ": mend it, or choose another with activate.");
        Generation now = switchboard.book().answering(port);
        if (now != null && !port.candidates().contains(now.candidate())) {
            empty(port);
        }
    }

    private void route(Port port, Candidate candidate, Object instance) {
        Selection selection = switchboard.select(port);
        Generation generation = new Generation(
                switchboard.routing().nextGeneration(), port.key(), candidate.origin(), candidate, instance);
        if (selection.explicit()) {
            port.former(
                    new Choice(candidate.origin().bundle(), candidate.origin().version()));
        }
        port.fill();
        RoutingTable table = switchboard.routing().replace(Map.of(port.number(), generation), null);
        logger.info("Routing {}: {} answers at {}", table.number(), candidate, port.key());
    }

    private void empty(Port port) {
        Map<Integer, @Nullable Generation> nobody = new HashMap<>();
        nobody.put(port.number(), null);
        RoutingTable table = switchboard.routing().replace(nobody, null);
        logger.info("Routing {}: nobody answers at {}", table.number(), port.key());
    }
}
