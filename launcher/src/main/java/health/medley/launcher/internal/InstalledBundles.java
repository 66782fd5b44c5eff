package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.launcher.BundleReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

/** The bundles of one container, in the order they were added. */
final class InstalledBundles {
    private final Map<Bundle, BundleFile> files = new LinkedHashMap<>();
    private final Map<Bundle, BundleException> failures = new ConcurrentHashMap<>();
    private final Supplier<BundleContext> context;

    InstalledBundles(Supplier<BundleContext> context) {
        this.context = context;
    }

    synchronized Bundle add(BundleFile file) throws BundleException {
        Bundle bundle = context.get().installBundle(file.location(), file.take());
        files.put(bundle, file);
        return bundle;
    }

    /**
     * Mark every bundle to be started with the framework, so that the switchboard sees the whole set before it routes
     * to anyone. Resolving all together is faster than one by one.
     */
    synchronized void mark() throws BundleException {
        for (Bundle bundle : files.keySet()) {
            if (!isFragment(bundle)) {
                bundle.start();
            }
        }
        context.get().getBundle(0).adapt(FrameworkWiring.class).resolveBundles(files.keySet());
    }

    /** Try those once more that did not start with the framework, which keeps the reasons to itself. */
    synchronized void retry() {
        for (Bundle bundle : files.keySet()) {
            if (bundle.getState() != Bundle.ACTIVE) {
                start(bundle);
            }
        }
    }

    private void start(Bundle bundle) {
        if (isFragment(bundle)) {
            return;
        }
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException e) {
            failures.put(bundle, e);
        }
    }

    synchronized BundleReport install(BundleFile file) {
        for (Map.Entry<Bundle, BundleFile> each : files.entrySet()) {
            if (each.getValue().rivals(file)) {
                if (each.getValue().sha256().equals(file.sha256())) {
                    return report(each.getKey(), each.getValue());
                }
                throw refused(
                        file, "another bundle of that name and version is installed; give it a version of its own");
            }
        }
        Bundle bundle;
        try {
            bundle = add(file);
        } catch (BundleException e) {
            throw refused(file, String.valueOf(e.getMessage()));
        }
        start(bundle);
        BundleReport report = report(bundle, file);
        if (!report.active()) {
            remove(bundle);
            throw refused(file, report.why());
        }
        return report;
    }

    private void remove(Bundle bundle) {
        files.remove(bundle);
        failures.remove(bundle);
        try {
            bundle.uninstall();
        } catch (BundleException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_FAULTY, "Removing the bundle " + bundle + " that did not start failed", e);
        }
    }

    private static MedleyException refused(BundleFile file, String why) {
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Installing " + file.file() + " (" + file.name() + " " + file.version() + "): " + why);
    }

    synchronized boolean contains(String name) {
        return files.values().stream().anyMatch(file -> file.name().equals(name));
    }

    synchronized List<BundleReport> report() {
        return files.entrySet().stream()
                .map(each -> report(each.getKey(), each.getValue()))
                .toList();
    }

    private BundleReport report(Bundle bundle, BundleFile file) {
        boolean active = bundle.getState() == (isFragment(bundle) ? Bundle.RESOLVED : Bundle.ACTIVE);
        return new BundleReport(
                file.name(), file.version(), file.file(), file.sha256(), active, active ? "" : why(bundle));
    }

    private String why(Bundle bundle) {
        @Nullable BundleException failure = failures.get(bundle);
        return new BundleDiagnosis(context.get().getBundles()).why(bundle, failure);
    }

    private static boolean isFragment(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null && (revision.getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }
}
