package health.medley.switchboard.internal;

import health.medley.core.MedleyException;
import health.medley.core.rules.RuleSet;
import health.medley.switchboard.internal.rules.Capability;
import health.medley.switchboard.internal.rules.RuleArchiveReader;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watch bundles that carry rules come and go; their content is read once, when they are installed. */
final class RuleBundles implements SynchronousBundleListener {
    private final Logger logger = LoggerFactory.getLogger(RuleBundles.class);
    private final BundleContext context;
    private final Switchboard switchboard;
    private final RuleArchiveReader reader = new RuleArchiveReader();

    RuleBundles(BundleContext context, Switchboard switchboard) {
        this.context = context;
        this.switchboard = switchboard;
    }

    /** Begin to watch, and read those that are there. */
    void begin() {
        context.addBundleListener(this);
        for (Bundle bundle : context.getBundles()) {
            appeared(bundle);
        }
    }

    /** Stop watching. */
    void end() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        long id = event.getBundle().getBundleId();
        switch (event.getType()) {
            case BundleEvent.INSTALLED, BundleEvent.UPDATED -> appeared(event.getBundle());
            case BundleEvent.UNINSTALLED ->
                switchboard.rulesChanged(() -> switchboard.shelf().remove(id));
            default -> logger.trace("Bundle {}: event {} changes no rules", id, event.getType());
        }
    }

    private void appeared(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        List<BundleCapability> rules =
                revision == null ? List.of() : revision.getDeclaredCapabilities(Capability.NAMESPACE);
        if (rules.isEmpty()) {
            return;
        }
        long id = bundle.getBundleId();
        String name = Origins.nameOf(bundle);
        if (rules.size() > 1) {
            String problem =
                    "its manifest names " + rules.size() + " capabilities medley.rules; one bundle carries one set";
            switchboard.rulesChanged(() -> switchboard.shelf().refuse(id, name, problem));
            return;
        }
        try {
            RuleSet set = reader.read(bundle, rules.get(0).getAttributes());
            switchboard.rulesChanged(() -> switchboard.shelf().put(id, name, set));
        } catch (MedleyException e) {
            logger.warn("{} cannot be used: {}", name, e.getMessage());
            switchboard.rulesChanged(() -> switchboard.shelf().refuse(id, name, e.getMessage()));
        }
    }
}
