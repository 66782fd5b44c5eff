package health.medley.launcher.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.HostNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Say in one plain sentence why a bundle is not active, from what it requires and what is there. */
final class BundleDiagnosis {
    private static final Pattern FROM = Pattern.compile("(?<!\\(!)\\((?:bundle-)?version>=([^)]+)\\)");
    private static final Pattern BELOW = Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]+)\\)\\)");

    private final List<Bundle> bundles;

    BundleDiagnosis(Bundle... bundles) {
        this.bundles = List.of(bundles);
    }

    String why(Bundle bundle, @Nullable Throwable failure) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        if (bundle.getState() == Bundle.INSTALLED && revision != null) {
            List<String> lacking = new ArrayList<>();
            for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
                lacking(revision, requirement).ifPresent(lacking::add);
            }
            if (!lacking.isEmpty()) {
                return lacking.stream().distinct().collect(Collectors.joining("; "));
            }
        }
        return failure == null ? "it was not started" : "it failed to start: " + innermost(failure);
    }

    private Optional<String> lacking(BundleRevision revision, BundleRequirement requirement) {
        Map<String, String> directives = requirement.getDirectives();
        boolean optional = Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                || "dynamic".equals(directives.get(Constants.RESOLUTION_DIRECTIVE));
        String effective = directives.getOrDefault(Constants.EFFECTIVE_DIRECTIVE, Constants.EFFECTIVE_RESOLVE);
        if (optional || !Constants.EFFECTIVE_RESOLVE.equals(effective)) {
            return Optional.empty();
        }
        List<BundleCapability> matching = capabilities(requirement.getNamespace()).stream()
                .filter(requirement::matches)
                .toList();
        if (matching.isEmpty()) {
            return Optional.of(missing(requirement));
        }
        boolean usable = matching.stream()
                .anyMatch(each -> each.getRevision() == revision
                        || each.getRevision().getBundle().getState() != Bundle.INSTALLED);
        Bundle provider = matching.get(0).getRevision().getBundle();
        return usable
                ? Optional.empty()
                : Optional.of("it needs " + wanted(requirement) + " from " + provider.getSymbolicName()
                        + ", which is not active itself");
    }

    private String missing(BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        if (ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE.equals(namespace)) {
            return "it needs another Java (" + filter(requirement) + "); this is Java " + Runtime.version();
        }
        String there = capabilities(namespace).stream()
                .filter(each -> named(requirement, namespace)
                        .equals(String.valueOf(each.getAttributes().get(namespace))))
                .map(each -> "version " + version(each) + " from "
                        + giver(each.getRevision().getBundle()))
                .distinct()
                .collect(Collectors.joining(", "));
        return "it needs " + wanted(requirement)
                + (there.isEmpty()
                        ? ", which no bundle offers; add the bundle that offers it"
                        : ", but there is only " + there + "; rebuild it against that or add the other version");
    }

    // what the system bundle offers came with the host
    private static String giver(Bundle bundle) {
        return bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID ? "the class path" : bundle.getSymbolicName();
    }

    private static String wanted(BundleRequirement requirement) {
        String namespace = requirement.getNamespace();
        String kind =
                switch (namespace) {
                    case PackageNamespace.PACKAGE_NAMESPACE -> "the package ";
                    case BundleNamespace.BUNDLE_NAMESPACE, HostNamespace.HOST_NAMESPACE -> "the bundle ";
                    default -> "the capability " + namespace + " ";
                };
        String name = named(requirement, namespace);
        return kind + (name.isEmpty() ? filter(requirement) : name + range(filter(requirement)));
    }

    private static String named(BundleRequirement requirement, String namespace) {
        Matcher name = Pattern.compile("\\(" + Pattern.quote(namespace) + "=([^)]+)\\)")
                .matcher(filter(requirement));
        return name.find() ? name.group(1) : "";
    }

    private static String range(String filter) {
        Matcher from = FROM.matcher(filter);
        Matcher below = BELOW.matcher(filter);
        return (from.find() ? " in version " + from.group(1) + " or later" : "")
                + (below.find() ? " and below " + below.group(1) : "");
    }

    private static String filter(BundleRequirement requirement) {
        return requirement.getDirectives().getOrDefault(Constants.FILTER_DIRECTIVE, "");
    }

    private static String version(BundleCapability capability) {
        Object version = capability.getAttributes().get(Constants.VERSION_ATTRIBUTE);
        return String.valueOf(version == null ? capability.getAttributes().get("bundle-version") : version);
    }

    private List<BundleCapability> capabilities(String namespace) {
        List<BundleCapability> found = new ArrayList<>();
        for (Bundle bundle : bundles) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                found.addAll(revision.getDeclaredCapabilities(namespace));
            }
        }
        return found;
    }

    private static String innermost(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = cause.getMessage();
        return cause.getClass().getSimpleName()
                + (message == null ? "" : ", " + message.lines().findFirst().orElse(""));
    }
}
