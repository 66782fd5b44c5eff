package health.medley.switchboard.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ports.Choice;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Move several ports and rule versions to what was chosen, in one new table or not at all. Every chosen provider is
 * obtained before anything is changed, and nobody waits for calls in flight.
 */
final class Move {
    private final Logger logger = LoggerFactory.getLogger(Move.class);
    private final BundleContext context;
    private final Switchboard switchboard;
    private final WhyReport why;

    Move(BundleContext context, Switchboard switchboard, WhyReport why) {
        this.context = context;
        this.switchboard = switchboard;
        this.why = why;
    }

    /** One provider on its way to a port; {@code instance} is null if it answers there already. */
    private record Step(
            Port port,
            Candidate candidate,
            Choice choice,
            @Nullable Object instance) {}

    /** Move; returns the number of the new routing. */
    long to(List<Choice> choices) {
        List<Bundle> started = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        switchboard.hold();
        try {
            List<Choice> chosen = new ArrayList<>();
            for (Choice choice : choices) {
                chosen.add(prepare(choice, started, steps));
            }
            return commit(chosen, steps);
        } catch (RuntimeException e) {
            steps.forEach(this::giveBack);
            started.forEach(this::stop);
            throw e;
        } finally {
            switchboard.unhold();
        }
    }

    /** Obtain what a choice names; returns the choice under the name it is remembered by. */
    private Choice prepare(Choice choice, List<Bundle> started, List<Step> steps) {
        RuleSet rules;
        synchronized (switchboard.lock()) {
            String name = switchboard.shelf().rulesOf(choice.name());
            rules = switchboard.shelf().find(name == null ? choice.name() : name, choice.version());
        }
        if (rules != null) {
            return new Choice(rules.ref().name(), choice.version());
        }
        Bundle bundle = bundle(choice);
        if (bundle != null && bundle.getState() != Bundle.ACTIVE) {
            start(bundle, choice);
            started.add(bundle);
        }
        List<Step> own = steps(choice);
        if (own.isEmpty()) {
            throw refused(choice, why.ofChoice(choice));
        }
        for (Step step : own) {
            steps.stream()
                    .filter(other -> other.port() == step.port())
                    .findAny()
                    .ifPresent(other -> {
                        throw refused(
                                choice,
                                other.candidate() + " is chosen for "
                                        + step.port().key() + " as well.");
                    });
            steps.add(obtained(step));
        }
        return choice;
    }

    private @Nullable Bundle bundle(Choice choice) {
        for (Bundle bundle : context.getBundles()) {
            if (choice.name().equals(bundle.getSymbolicName())
                    && choice.version().equals(bundle.getVersion().toString())) {
                return bundle;
            }
        }
        return null;
    }

    private void start(Bundle bundle, Choice choice) {
        try {
            bundle.start(Bundle.START_TRANSIENT | Bundle.START_ACTIVATION_POLICY);
        } catch (BundleException | IllegalStateException e) {
            throw refused(choice, "the bundle does not start. " + why.of(choice.name()));
        }
    }

    private void stop(Bundle bundle) {
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException | IllegalStateException e) {
            logger.warn("{} was started for a choice that was refused, and does not stop again", bundle);
        }
    }

    private List<Step> steps(Choice choice) {
        List<Step> steps = new ArrayList<>();
        synchronized (switchboard.lock()) {
            for (Port port : switchboard.book().ports()) {
                port.candidates().stream()
                        .filter(each -> each.origin().bundle().equals(choice.name())
                                && each.origin().version().equals(choice.version()))
                        .forEach(each -> steps.add(new Step(port, each, choice, null)));
            }
        }
        Set<Port> once = new HashSet<>();
        for (Step step : steps) {
            if (!once.add(step.port())) {
                throw refused(choice, "it offers " + step.port().key() + " twice: remove one of the services.");
            }
        }
        return steps;
    }

    private Step obtained(Step step) {
        Generation now = switchboard.book().answering(step.port());
        if (now != null && step.candidate().equals(now.candidate())) {
            return step;
        }
        Activation.Obtained obtained = switchboard
                .activation()
                .obtain(step.candidate(), step.port().contract().type());
        step.port().problem(step.candidate(), obtained.instance() == null ? obtained.problem() : null);
        if (obtained.instance() == null) {
            throw refused(
                    step.choice(),
                    obtained.problem() + ". " + why.of(step.choice().name()));
        }
        return new Step(step.port(), step.candidate(), step.choice(), obtained.instance());
    }

    private long commit(List<Choice> chosen, List<Step> steps) {
        Map<Integer, @Nullable Generation> changes = new HashMap<>();
        synchronized (switchboard.lock()) {
            for (Step step : steps) {
                if (!step.port().candidates().contains(step.candidate())) {
                    throw refused(step.choice(), "its service went away meanwhile. Try again.");
                }
            }
            for (Step step : steps) {
                step.port().former(step.choice());
                step.port().fill();
                if (step.instance() != null) {
                    changes.put(step.port().number(), generation(step));
                }
            }
            RoutingTable table = switchboard.choose(chosen, changes);
            logger.info("Routing {}: {} chosen", table.number(), chosen);
            return table.number();
        }
    }

    private Generation generation(Step step) {
        return new Generation(
                switchboard.routing().nextGeneration(),
                step.port().key(),
                step.candidate().origin(),
                step.candidate(),
                step.instance());
    }

    private void giveBack(Step step) {
        if (step.instance() != null) {
            switchboard.activation().release(step.candidate());
        }
    }

    private static MedleyException refused(Choice choice, String reason) {
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Activating " + choice.name() + " " + choice.version() + ": " + reason + " The routing is unchanged.");
    }
}
