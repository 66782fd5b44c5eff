package health.medley.launcher;

import health.medley.core.Contract;
import health.medley.core.ports.Choice;
import health.medley.launcher.internal.HostService;
import health.medley.launcher.internal.StartPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Say what a platform is made of, before {@link Medley#start}. Without any call: the bundles that the distribution's
 * artifact carries on the class path, in a folder that is removed when the platform is closed.
 *
 * <p>Every method changes this configuration and returns it. A platform takes a copy when it starts, so one
 * configuration may start several. Not safe for concurrent use.
 */
public final class MedleyConfig {
    private final List<String> groups = new ArrayList<>();
    private final List<Path> extras = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<HostService> services = new ArrayList<>();
    private @Nullable Path directory;
    private @Nullable Path bundles;
    private ClassLoader resources = MedleyConfig.class.getClassLoader();
    private Consumer<StartReport> listener = report -> {};

    /**
     * Keep the platform's files in {@code folder}, which is made if absent. Its file {@code medley.lock} keeps every
     * other platform off it, in this process and in others. The files in it can be removed between two starts.
     */
    public MedleyConfig directory(Path folder) {
        directory = Objects.requireNonNull(folder, "folder");
        return this;
    }

    /**
     * Take the bundles from {@code folder}. Its file {@code index} lists them, a line each: SHA-256, two spaces, file
     * name; without that file every jar is taken as it is.
     */
    public MedleyConfig bundlesIn(Path folder) {
        bundles = Objects.requireNonNull(folder, "folder");
        return this;
    }

    /** Take the bundles from the class path of {@code loader}, where {@code medley/bundles/index} lists them. */
    public MedleyConfig bundlesFrom(ClassLoader loader) {
        resources = Objects.requireNonNull(loader, "loader");
        bundles = null;
        return this;
    }

    /**
     * Add the bundles of a group that lie beside the others in a folder of their own, with an index of their own:
     * {@code store}, which keeps the record, or {@code server}, which serves it over HTTP. What they need is set with
     * {@link #setting}; see {@code docs/reference/settings.md}.
     */
    public MedleyConfig group(String name) {
        groups.add(Objects.requireNonNull(name, "name"));
        return this;
    }

    /**
     * Install one more bundle. If it has the name and version of one of the others, it stands in for it, and every
     * answer names it by its own hash.
     */
    public MedleyConfig with(Path jar) {
        extras.add(Objects.requireNonNull(jar, "jar"));
        return this;
    }

    /**
     * Choose which version answers where several are installed.
     *
     * @param name symbolic name of a provider bundle, or name of a rule set
     * @param version its version
     */
    public MedleyConfig choose(String name, String version) {
        choices.add(new Choice(name, version));
        return this;
    }

    /**
     * Let an object of the host answer for a contract.
     *
     * @param contract the contract, an interface of core
     * @param id the contribution's id, by which its port is found
     * @param version version of the host's part, three numbers
     * @param object what answers; safe for concurrent use
     */
    public <T> MedleyConfig contribute(Class<T> contract, String id, String version, T object) {
        return contribute(contract, id, version, object, Map.of());
    }

    /** Let an object of the host answer for a contract, and declare properties that its consumers read. */
    public <T> MedleyConfig contribute(
            Class<T> contract, String id, String version, T object, Map<String, String> properties) {
        if (!contract.isInterface() || !contract.isAnnotationPresent(Contract.class)) {
            throw new IllegalArgumentException("Contributing " + contract.getName()
                    + ": expected an interface of core that is marked @Contract; see the contracts in core-bundle");
        }
        services.add(new HostService(contract, id, version, contract.cast(object), properties));
        return this;
    }

    /**
     * Set a setting: {@code medley.ports.required} and its like for the platform, or {@code PID/name} for the
     * component that reads the configuration of that PID.
     */
    public MedleyConfig setting(String name, String value) {
        settings.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /** Receive the report on every bundle once the platform has started or failed to. */
    public MedleyConfig onReport(Consumer<StartReport> receiver) {
        listener = Objects.requireNonNull(receiver, "receiver");
        return this;
    }

    StartPlan plan() {
        return new StartPlan(directory, bundles, resources, groups, extras, choices, settings, services, listener);
    }
}
