package health.medley.switchboard.internal;

import health.medley.core.Contract;
import health.medley.core.Origin;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.hooks.service.EventListenerHook;
import org.osgi.framework.hooks.service.FindHook;

/** Start the switchboard: the hooks first, then ports, then whoever could answer. */
public final class SwitchboardActivator implements BundleActivator {
    private final Retirement retirement = new Retirement();
    private @Nullable Routing routing;
    private @Nullable RawProviders providers;
    private @Nullable RuleBundles rules;

    @Override
    public void start(BundleContext context) {
        Settings settings = Settings.of(context);
        routing = new Routing(System::nanoTime, retirement::wake);
        Activation activation = new Activation(context);
        PortBook book = new PortBook(context, routing, activation);
        HidingHooks hooks = new HidingHooks(context.getBundle(), book.contractNames());
        context.registerService(
                new String[] {FindHook.class.getName(), EventListenerHook.class.getName()}, hooks, null);
        context.registerService(ResolverHookFactory.class, triggers -> new CoreKeeper(), null);

        Switchboard switchboard =
                new Switchboard(routing, book, activation, new Announcements(context), settings.chosen());
        retirement.begin(routing, generation -> {
            Candidate candidate = generation.candidate();
            if (candidate != null) {
                activation.release(candidate);
            }
        });
        providers = new RawProviders(context, switchboard, hooks);
        rules = new RuleBundles(context, switchboard);
        switchboard.hold();
        answerItself(context, switchboard, settings);
        book.ports().forEach(book::publish);
        rules.begin();
        providers.begin();
        holdOutsideService(context, switchboard);
    }

    private void answerItself(BundleContext context, Switchboard switchboard, Settings settings) {
        StuckReport stuck = new StuckReport(switchboard.routing(), settings.drainLimit());
        BundleWhy bundles = new BundleWhy(context, new ComponentStates(context));
        WhyReport why = new WhyReport(switchboard, providers, bundles, stuck);
        Move move = new Move(context, switchboard, why);
        answer(context, switchboard, Ports.class, new PortsService(switchboard, settings.required(), why, move));
        answer(context, switchboard, RuleLibrary.class, new BundleRuleLibrary(switchboard));
    }

    private static <T> void answer(BundleContext context, Switchboard switchboard, Class<T> contract, T service) {
        Origin origin = Origins.of(context.getBundle());
        Port port = switchboard.book().port(new PortKey(contract.getName(), Contract.MAIN));
        switchboard.answer(port, origin, service);
    }

    /**
     * While the framework starts, nobody is routed to: otherwise the first to appear would win. While it stops, nobody
     * is either: what takes the place of a provider that went would be started for nothing.
     */
    private static void holdOutsideService(BundleContext context, Switchboard switchboard) {
        AtomicBoolean starting = new AtomicBoolean(true);
        Runnable begin = () -> {
            if (starting.compareAndSet(true, false)) {
                switchboard.unhold();
            }
        };
        SynchronousBundleListener listener = event -> {
            boolean system = event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID;
            if (system && event.getType() == BundleEvent.STARTED) {
                begin.run();
            } else if (system && event.getType() == BundleEvent.STOPPING) {
                switchboard.hold();
            } else if (event.getType() == BundleEvent.STARTED || event.getType() == BundleEvent.UNINSTALLED) {
                switchboard.reconsider();
            }
        };
        context.addBundleListener(listener);
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.ACTIVE) {
            begin.run();
        }
    }

    @Override
    public void stop(BundleContext context) {
        // a port may be kept beyond this, and a stopped bundle loads no more classes: have the words ready that it says
        Objects.requireNonNull(PortErrors.class);
        providers.end();
        rules.end();
        routing.close();
        retirement.end();
    }
}
