package health.medley.switchboard.platform;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.Role;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.switchboard.signals.Script;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.Felix;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** A real Felix with the switchboard as it is built, core on the class path, and SCR where wanted. */
public final class Platform implements AutoCloseable {
    /** A caller for tests that may do everything. */
    public static final Caller CALLER = Caller.of("tester", "practice", Role.HOST, "test");

    private static final String PACKAGES = "health.medley.core;version=1.0.0,health.medley.core.billing;version=1.0.0,"
            + "health.medley.core.chart;version=1.0.0,health.medley.core.command;version=1.0.0,"
            + "health.medley.core.eligibility;version=1.0.0,health.medley.core.ports;version=1.0.0,"
            + "health.medley.core.practice;version=1.0.0,health.medley.core.rules;version=1.0.0,"
            + "health.medley.core.time;version=1.0.0,org.slf4j;version=2.0.0,"
            + "health.medley.switchboard.signals";

    private final Path directory;
    private final Felix framework;

    private Platform(Map<String, String> settings) throws IOException, BundleException {
        directory = Files.createTempDirectory("medley-switchboard");
        Map<String, Object> all = new HashMap<>(settings);
        all.put("org.osgi.framework.storage", directory.toString());
        all.put("org.osgi.framework.system.packages.extra", PACKAGES);
        all.put("felix.log.level", "0");
        framework = new Felix(all);
        framework.init();
    }

    /** A platform that is up, with the switchboard and nothing else. */
    public static Platform started() {
        return started(Map.of());
    }

    /** The same, with framework properties. */
    public static Platform started(Map<String, String> settings) {
        Platform platform = initialised(settings);
        platform.start(platform.install(switchboard(), "file:switchboard"));
        platform.start();
        return platform;
    }

    /** A platform whose framework is not started yet, and without the switchboard. */
    public static Platform initialised(Map<String, String> settings) {
        try {
            return new Platform(settings);
        } catch (IOException | BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The switchboard as it was compiled, as a bundle. */
    public static byte[] switchboard() {
        Path classes = placeOf(type("health.medley.switchboard.internal.SwitchboardActivator"));
        Map<String, String> headers = new LinkedHashMap<>();
        Jar jar = Jar.named("health.medley.switchboard", "0.1.0");
        try (Stream<Path> all = Files.walk(classes)) {
            Manifest manifest = new Manifest(Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF")));
            manifest.getMainAttributes().forEach((key, value) -> headers.put(key.toString(), value.toString()));
            headers.remove("Manifest-Version");
            headers.forEach(jar::header);
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("META-INF/MANIFEST")) {
                    jar.file(name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar.bytes();
    }

    /** Install SCR and what it needs, and start it. */
    public Platform withComponents() {
        List<Bundle> bundles = new ArrayList<>();
        for (String type : List.of(
                "org.osgi.util.function.Function",
                "org.osgi.util.promise.Promise",
                "org.osgi.service.component.ComponentContext",
                "org.apache.felix.scr.info.ScrInfo")) {
            Path jar = placeOf(type(type));
            try {
                bundles.add(install(Files.readAllBytes(jar), "file:" + jar.getFileName()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        bundles.forEach(this::start);
        return this;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Platform.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Start the framework. */
    public void start() {
        start(framework);
    }

    /** Install a bundle without starting it. */
    public Bundle install(Jar jar) {
        byte[] bytes = jar.bytes();
        return install(bytes, "medley:" + "0".repeat(64) + "/" + System.identityHashCode(bytes) + ".jar");
    }

    /** Install a bundle from a location. */
    public Bundle install(byte[] bytes, String location) {
        try {
            return framework.getBundleContext().installBundle(location, new ByteArrayInputStream(bytes));
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Start a bundle. */
    public Bundle start(Bundle bundle) {
        try {
            bundle.start();
            return bundle;
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Install and start a bundle. */
    public Bundle start(Jar jar) {
        return start(install(jar));
    }

    /** The framework's own context: the host's. */
    public BundleContext host() {
        return framework.getBundleContext();
    }

    /** The port of a single contract, as the host sees it. */
    public <T> T port(Class<T> contract) {
        return port(contract, Contract.MAIN, host());
    }

    /** A port, as a bundle sees it. */
    public <T> T port(Class<T> contract, String id, BundleContext context) {
        return context.getService(reference(contract, id, context));
    }

    /** The service reference of a port; null if it is not there. */
    public <T> @Nullable ServiceReference<T> reference(Class<T> contract, String id, BundleContext context) {
        try {
            return context.getServiceReferences(contract, "(medley.port=" + id + ")").stream()
                    .findFirst()
                    .orElse(null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The switchboard seen from outside. */
    public Ports ports() {
        return port(Ports.class);
    }

    /** The rule library. */
    public RuleLibrary rules() {
        return port(RuleLibrary.class);
    }

    @Override
    public void close() {
        try {
            framework.stop();
            framework.waitForStop(20_000);
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        } catch (BundleException | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Script.clear();
        }
    }
}
