package health.medley.switchboard.internal;

import health.medley.core.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Find bundles that are installed but not started yet and whose manifest says they will provide a contract, so that at
 * start the first provider to appear does not win over the one that is started a moment later.
 */
final class Announcements {
    private static final String SERVICE = "osgi.service";
    private static final String TYPES = "objectClass";

    private final BundleContext context;

    Announcements(BundleContext context) {
        this.context = context;
    }

    /** Bundles that say they will answer at a port; of a contribution, whose id no manifest tells, other versions. */
    List<Origin> of(Port port) {
        List<Origin> announced = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            boolean waiting = (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0;
            if (waiting
                    && (port.key().single() || sameName(bundle, port))
                    && says(bundle, port.contract().name())) {
                announced.add(Origins.of(bundle));
            }
        }
        return announced;
    }

    private static boolean sameName(Bundle bundle, Port port) {
        return port.candidates().stream()
                .anyMatch(each -> each.origin().bundle().equals(Origins.nameOf(bundle)));
    }

    /** Whether the manifest of a bundle says that it provides a contract. */
    static boolean says(Bundle bundle, String contract) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision == null) {
            return false;
        }
        for (BundleCapability capability : revision.getDeclaredCapabilities(SERVICE)) {
            Object types = capability.getAttributes().get(TYPES);
            if (types instanceof Collection<?> all ? all.contains(contract) : contract.equals(types)) {
                return true;
            }
        }
        return false;
    }
}
