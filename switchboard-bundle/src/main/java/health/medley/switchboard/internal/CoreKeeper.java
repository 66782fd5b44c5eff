package health.medley.switchboard.internal;

import health.medley.core.Contract;
import java.util.Collection;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Let bundles take core's packages only from whom the switchboard has them: the system bundle, through which the
 * launcher shares them, or the bundle of core. A bundle that brings its own copy and exports it would otherwise be wired
 * to by all that are installed after it, and they would speak other classes than their callers.
 */
final class CoreKeeper implements ResolverHook {
    private static final String CORE = Contract.class.getPackageName();

    private final long core;

    CoreKeeper() {
        Bundle exporter = FrameworkUtil.getBundle(Contract.class);
        core = exporter == null ? Constants.SYSTEM_BUNDLE_ID : exporter.getBundleId();
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        candidates.removeIf(this::isACopyOfCore);
    }

    private boolean isACopyOfCore(BundleCapability capability) {
        if (!PackageNamespace.PACKAGE_NAMESPACE.equals(capability.getNamespace())) {
            return false;
        }
        String name = String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
        return (name.equals(CORE) || name.startsWith(CORE + "."))
                && capability.getRevision().getBundle().getBundleId() != core;
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {
        // whatever is installed may resolve
    }

    @Override
    public void filterSingletonCollisions(
            BundleCapability singleton, Collection<BundleCapability> collisionCandidates) {
        // singletons are the bundles' own affair
    }

    @Override
    public void end() {
        // one resolving ended; nothing was kept
    }
}
