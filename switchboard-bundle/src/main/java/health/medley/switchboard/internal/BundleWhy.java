package health.medley.switchboard.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Say why a bundle is not active, or why it is and yet offers nothing. */
final class BundleWhy {
    private final BundleContext context;
    private final ComponentStates components;

    BundleWhy(BundleContext context, ComponentStates components) {
        this.context = context;
        this.components = components;
    }

    /** Every installed bundle of a symbolic name. */
    List<Bundle> named(String name) {
        List<Bundle> named = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (name.equals(Origins.nameOf(bundle)) || name.equals(bundle.getSymbolicName())) {
                named.add(bundle);
            }
        }
        return named;
    }

    /** Every bundle whose manifest says that it provides a contract. */
    List<Bundle> announcing(String contract) {
        return Stream.of(context.getBundles())
                .filter(bundle -> Announcements.says(bundle, contract))
                .toList();
    }

    /** Symbolic names of all bundles. */
    List<String> names() {
        return Stream.of(context.getBundles()).map(Origins::nameOf).toList();
    }

    /** What keeps a bundle from offering a service, as a sentence; empty if nothing is seen. */
    String problem(Bundle bundle) {
        String asked = bundle.getSymbolicName() + " " + bundle.getVersion();
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> asked + " is installed and cannot be wired" + lacking(bundle);
            case Bundle.RESOLVED -> asked + " is installed and not started: start it, or choose it with activate.";
            case Bundle.STARTING, Bundle.STOPPING -> asked + " is just starting or stopping: ask again.";
            default -> ofComponents(bundle, asked);
        };
    }

    private String ofComponents(Bundle bundle, String asked) {
        List<String> problems = components.problems(bundle);
        return problems.isEmpty()
                ? ""
                : asked + " is active, but " + String.join(" and ", problems)
                        + ": provide what is missing or mend the bundle, then start it again.";
    }

    private String lacking(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (revision != null) {
            for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
                boolean optional = Constants.RESOLUTION_OPTIONAL.equals(
                                requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE))
                        || "dynamic".equals(requirement.getDirectives().get(Constants.RESOLUTION_DIRECTIVE));
                if (!optional && !offered(requirement)) {
                    return ": no bundle offers " + requirement.getNamespace() + " "
                            + requirement.getDirectives().get(Constants.FILTER_DIRECTIVE)
                            + "; install one that does, then start it.";
                }
            }
        }
        return " yet: start it, and it tells what it lacks.";
    }

    private boolean offered(BundleRequirement requirement) {
        for (Bundle bundle : context.getBundles()) {
            @Nullable BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision == null) {
                continue;
            }
            for (BundleCapability capability : revision.getDeclaredCapabilities(requirement.getNamespace())) {
                if (requirement.matches(capability)) {
                    return true;
                }
            }
        }
        return false;
    }
}
