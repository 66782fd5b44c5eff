package health.medley.launcher;

import health.medley.core.MedleyException;
import health.medley.core.ports.Readiness;
import health.medley.launcher.internal.Container;
import java.nio.file.Path;
import java.util.List;

/**
 * One running platform. Start it, ask it for ports, close it.
 *
 * <pre>{@code
 * MedleyConfig config = new MedleyConfig();
 * config.contribute(ChartSource.class, "host-chart", "1.0.0", new HostChart());
 * try (Medley medley = Medley.start(config)) {
 *     EligibilityService eligibility = medley.port(EligibilityService.class);
 *     ...
 * }
 * }</pre>
 *
 * <p>Several platforms in one program work side by side. Safe for concurrent use. A port may be kept for as long as
 * the platform runs, whatever is replaced behind it.
 */
public final class Medley implements AutoCloseable {
    private final Container container;

    private Medley(Container container) {
        this.container = container;
    }

    /**
     * Start a platform and return once every bundle is active and every required port filled.
     *
     * @param config what it is made of
     * @throws MedleyException {@code PLATFORM_NOT_STARTED} if a bundle's hash is not the index's, a bundle is not
     *     active or a required port is empty, saying which and why; nothing is left running
     */
    public static Medley start(MedleyConfig config) {
        return new Medley(Container.start(config.plan()));
    }

    /**
     * Find the port of a contract that one provider answers. It exists whether or not a provider is there.
     *
     * @throws MedleyException {@code CONTRACT_UNKNOWN} if {@code contract} is none of core's; {@code PLATFORM_CLOSED}
     */
    public <T> T port(Class<T> contract) {
        return container.ports().find(contract, health.medley.core.Contract.MAIN);
    }

    /**
     * Find the port of one contribution.
     *
     * @param id the contribution's id, for example {@code rules check} for a command
     * @throws MedleyException {@code SERVICE_ABSENT} if nothing contributes under that id; {@code CONTRACT_UNKNOWN};
     *     {@code PLATFORM_CLOSED}
     */
    public <T> T port(Class<T> contract, String id) {
        return container.ports().find(contract, id);
    }

    /** List who contributes to a contract, in the order of their ids. */
    public List<Contribution> contributions(Class<?> contract) {
        return container.ports().contributions(contract);
    }

    /**
     * Install one more bundle beside the others and start it. It answers once the routing names it: at once if it is
     * the only candidate, else by {@link health.medley.core.ports.Ports#activate}.
     *
     * @return how it stands; the same bundle installed again is left as it is
     * @throws MedleyException {@code FILE_UNREADABLE}; {@code ARGUMENT_INVALID} if another bundle of this name and
     *     version is installed or this one does not start, and then it is not installed
     */
    public BundleReport install(Path jar) {
        return container.install(jar);
    }

    /** Say whether every required port is filled. */
    public Readiness readiness() {
        return container.ports().readiness();
    }

    /** Report on every bundle as it stands now. */
    public StartReport report() {
        return container.report();
    }

    /** Wait until the platform has been closed, or has stopped by itself. */
    public void await() throws InterruptedException {
        container.await();
    }

    /** Stop the platform, wait for it and remove what it wrote. Closing again does nothing. */
    @Override
    public void close() {
        container.close();
    }
}
