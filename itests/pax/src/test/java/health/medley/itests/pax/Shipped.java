package health.medley.itests.pax;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import health.medley.core.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;

/** The shipped bundles as options of Pax Exam, core and SLF4J from the class path, as the launcher shares them. */
final class Shipped {
    private static final Pattern EXPORT = Pattern.compile("([a-z0-9.]+)[^,]*;version=\"?([0-9.]+)\"?[^,]*");
    private static final Pattern USES = Pattern.compile(";uses:=\"[^\"]*\"");

    /** A class of each jar that tests and bundles share; what the tests ask must not be a second copy. */
    private static final List<Class<?>> SHARED =
            List.of(Caller.class, ServiceComponentRuntime.class, Promise.class, Function.class);

    private static final List<String> NOT_TWICE =
            List.of("org.osgi.service.component-", "org.osgi.util.promise-", "org.osgi.util.function-");

    private Shipped() {}

    static Option bundles() {
        List<Option> options = new ArrayList<>();
        options.add(cleanCaches());
        options.add(systemPackages(sharedPackages()));
        // what Pax Exam's own bundles log before they are told how
        options.add(frameworkProperty("org.ops4j.pax.logging.DefaultServiceLog.level")
                .value("WARN"));
        try (Stream<Path> files = Files.list(folder())) {
            files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(file -> NOT_TWICE.stream()
                            .noneMatch(jar -> file.getFileName().toString().startsWith(jar)))
                    .sorted()
                    .forEach(file -> options.add(bundle(file.toUri().toString()).startLevel(level(file))));
        } catch (IOException e) {
            throw new UncheckedIOException("Listing the shipped bundles", e);
        }
        return composite(options.toArray(Option[]::new));
    }

    /** The switchboard comes before whoever would otherwise see a provider raw, as the launcher has it. */
    private static int level(Path file) {
        return file.getFileName().toString().startsWith("switchboard-") ? 2 : 5;
    }

    /** Where the distribution keeps its bundles once it is built. */
    static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("distribution/pom.xml"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("Looking for the checkout's root: run the tests inside the checkout");
        }
        return here.resolve("distribution/target/classes/medley/bundles");
    }

    private static String[] sharedPackages() {
        List<String> packages = new ArrayList<>();
        String slf4j = org.slf4j.LoggerFactory.class.getPackage().getImplementationVersion();
        for (String name : List.of("org.slf4j", "org.slf4j.spi", "org.slf4j.event", "org.slf4j.helpers")) {
            packages.add(name + ";version=\"" + slf4j + "\"");
        }
        for (Class<?> type : SHARED) {
            Matcher exports = EXPORT.matcher(USES.matcher(exports(type)).replaceAll(""));
            while (exports.find()) {
                packages.add(exports.group(1) + ";version=\"" + exports.group(2) + "\"");
            }
        }
        return packages.toArray(String[]::new);
    }

    private static String exports(Class<?> type) {
        String path = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile jar = new JarFile(path)) {
            return jar.getManifest().getMainAttributes().getValue("Export-Package");
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the exports of " + path, e);
        }
    }
}
