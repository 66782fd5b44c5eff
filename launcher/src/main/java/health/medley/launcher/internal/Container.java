package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Readiness;
import health.medley.launcher.BundleReport;
import health.medley.launcher.StartReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.felix.framework.Felix;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Felix with its bundles, from start to end. */
public final class Container implements AutoCloseable {
    private static final long STOP_LIMIT_MS = 60_000;

    private final Logger logger = LoggerFactory.getLogger(Container.class);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Workplace workplace;
    private final Felix framework;
    private final InstalledBundles bundles;
    private final PortAccess ports = new PortAccess(this::context);

    private Container(StartPlan plan, Workplace workplace) {
        this.workplace = workplace;
        this.framework = inPlainDigits(() -> new Felix(FrameworkSettings.of(plan, workplace)));
        this.bundles = new InstalledBundles(this::context);
    }

    /** Start a container; nothing is left running if that fails. */
    public static Container start(StartPlan plan) {
        List<BundleFile> files = new BundleSupply(plan).collect();
        Workplace workplace = Workplace.open(plan.directory());
        Container container;
        try {
            workplace.clean();
            container = new Container(plan, workplace);
        } catch (IOException | RuntimeException e) {
            closeQuietly(workplace, e);
            throw e instanceof RuntimeException unchecked ? unchecked : notStarted(String.valueOf(e), e);
        }
        try {
            container.launch(plan, files);
            return container;
        } catch (BundleException | RuntimeException | Error e) {
            container.close();
            throw e instanceof BundleException ? notStarted(String.valueOf(e.getMessage()), e) : rethrown(e);
        }
    }

    private void init() throws BundleException {
        Optional<BundleException> failed = inPlainDigits(() -> {
            try {
                framework.init();
                return Optional.empty();
            } catch (BundleException e) {
                return Optional.of(e);
            }
        });
        if (failed.isPresent()) {
            throw failed.get();
        }
    }

    /** Felix writes the Java version with the default locale, and an Arabic 17 is no Java it knows. */
    private static <T> T inPlainDigits(Supplier<T> work) {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        try {
            return work.get();
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }

    private static RuntimeException rethrown(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return (RuntimeException) e;
    }

    private void launch(StartPlan plan, List<BundleFile> files) throws BundleException {
        FrameworkSettings.writeConfigurations(plan, workplace);
        init();
        ServiceLog.register(framework.getBundleContext());
        for (HostService service : plan.services()) {
            service.register(framework.getBundleContext());
        }
        for (BundleFile file : files) {
            bundles.add(file);
        }
        bundles.mark();
        framework.start();
        bundles.retry();
        StartReport report = report();
        plan.listener().accept(report);
        if (!report.ready()) {
            throw notStarted(String.join("\n", report.problems()), null);
        }
        logger.info("Medley has started with {} bundles", report.bundles().size());
    }

    private static MedleyException notStarted(String problems, Throwable cause) {
        return new MedleyException(ErrorCode.PLATFORM_NOT_STARTED, "Medley did not start: " + problems, cause);
    }

    /** Report on every bundle and required port as they stand now. */
    public StartReport report() {
        List<BundleReport> found = bundles.report();
        List<String> problems = new ArrayList<>();
        for (BundleReport each : found) {
            if (!each.active()) {
                problems.add("the bundle " + each.name() + " " + each.version() + " (" + each.file()
                        + ") is not active: " + each.why());
            }
        }
        // ports are empty because bundles are not active: say the cause, not its consequences
        if (problems.isEmpty()) {
            problems.addAll(unready());
        }
        return new StartReport(problems.isEmpty(), found, problems);
    }

    private List<String> unready() {
        if (!bundles.contains(BundleSupply.SWITCHBOARD)) {
            return List.of(
                    "the bundle " + BundleSupply.SWITCHBOARD + " is not among the bundles; add switchboard-bundle");
        }
        Readiness readiness = ports.readiness();
        if (readiness.ready()) {
            return List.of();
        }
        return readiness.reasons().isEmpty() ? List.of("the switchboard is not ready") : readiness.reasons();
    }

    /** Install one more bundle; see {@link health.medley.launcher.Medley#install}. */
    public BundleReport install(Path jar) {
        return bundles.install(BundleFile.read(jar));
    }

    /** The ports. */
    public PortAccess ports() {
        return ports;
    }

    private BundleContext context() {
        BundleContext context = closed.get() ? null : framework.getBundleContext();
        if (context == null) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_CLOSED, "This platform is closed: start another with Medley.start");
        }
        return context;
    }

    /** Wait until Felix has stopped, whoever stopped it. */
    public void await() throws InterruptedException {
        framework.waitForStop(0);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        new OrderlyStop(framework.getBundleContext()).begin();
        try {
            framework.stop();
            FrameworkEvent end = framework.waitForStop(STOP_LIMIT_MS);
            if (end.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                logger.warn("Felix has not stopped within {} ms; a bundle holds it up", STOP_LIMIT_MS);
            }
        } catch (BundleException e) {
            logger.warn("Felix did not stop well", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            logger.warn("Waiting for Felix to stop was interrupted");
        }
        closeWorkplace();
    }

    private void closeWorkplace() {
        try {
            workplace.close();
        } catch (IOException e) {
            logger.warn("The folder of a closed platform was not removed ({})", String.valueOf(e));
        }
    }

    private static void closeQuietly(Workplace workplace, Exception first) {
        try {
            workplace.close();
        } catch (IOException e) {
            first.addSuppressed(e);
        }
    }

    /** The rule set a bundle file carries, if any, without installing it. */
    public static Optional<Choice> rulesIn(Path jar) {
        return BundleFile.read(jar).rules();
    }
}
