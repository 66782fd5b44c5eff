package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collect the bundles of a platform, each checked against the index, in the order they are started. */
final class BundleSupply {
    static final String SWITCHBOARD = "health.medley.switchboard";
    private static final String RESOURCES = "medley/bundles/";
    private static final String OWN = "health.medley.";
    private static final String STORE = "health.medley.store";
    private static final String SERVER = "health.medley.rest";
    private static final String HTTP = "org.apache.felix.http.jetty12";

    private final Logger logger = LoggerFactory.getLogger(BundleSupply.class);
    private final StartPlan plan;

    BundleSupply(StartPlan plan) {
        this.plan = plan;
    }

    List<BundleFile> collect() {
        Path folder = plan.bundles();
        List<BundleFile> bundles = new ArrayList<>(folder == null ? fromResources("") : fromFolder(folder));
        for (String group : plan.groups()) {
            bundles.addAll(folder == null ? fromResources(group + "/") : fromFolder(folder.resolve(group)));
        }
        for (Path jar : plan.extras()) {
            add(bundles, BundleFile.read(jar));
        }
        bundles.sort(Comparator.comparingInt(BundleSupply::rank));
        return bundles;
    }

    // the switchboard's hooks must be there before any provider; the container's own parts before those that use them.
    // Jetty finds its own services, and is started before the bundle that would rewrite its classes to find others'.
    // Bundles are stopped in the opposite order: the server takes no more requests before anything else ends, and the
    // store is the last of ours
    private static int rank(BundleFile bundle) {
        return switch (bundle.name()) {
            case SWITCHBOARD -> 0;
            case HTTP -> 1;
            case STORE -> 3;
            case SERVER -> 5;
            default -> bundle.name().startsWith(OWN) ? 4 : 2;
        };
    }

    private void add(List<BundleFile> bundles, BundleFile extra) {
        for (BundleFile other : List.copyOf(bundles)) {
            if (extra.rivals(other)) {
                bundles.remove(other);
                if (!extra.sha256().equals(other.sha256())) {
                    logger.warn(
                            "{} stands in for {}: both are {} {}; give what you changed a version of its own",
                            extra.file(),
                            other.file(),
                            extra.name(),
                            extra.version());
                }
            }
        }
        bundles.add(extra);
    }

    private List<BundleFile> fromFolder(Path folder) {
        Path index = folder.resolve(BundleIndex.NAME);
        try {
            if (Files.isRegularFile(index)) {
                BundleIndex expected = BundleIndex.parse(index.toString(), Files.readString(index));
                warnOfStrangers(folder, expected);
                return expected.hashes().keySet().parallelStream()
                        .map(name -> expected.checked(name, shipped(folder.resolve(name))))
                        .toList();
            }
            return jars(folder).parallelStream().map(BundleFile::read).toList();
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_NOT_STARTED,
                    "Medley did not start: the folder of bundles " + folder + " cannot be read (" + e
                            + "); expected a folder with jars",
                    e);
        }
    }

    private static byte[] shipped(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_NOT_STARTED,
                    "Medley did not start: the bundle " + jar + " is missing, though the index beside it lists it;"
                            + " unpack the distribution again");
        }
        return BundleFile.bytes(jar);
    }

    private void warnOfStrangers(Path folder, BundleIndex index) throws IOException {
        for (Path jar : jars(folder)) {
            String name = jar.getFileName().toString();
            if (!index.hashes().containsKey(name)) {
                logger.warn("{} is not in {} and is not installed; rules are added with --rules", name, index.source());
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private List<BundleFile> fromResources(String group) {
        String source = RESOURCES + group + BundleIndex.NAME;
        BundleIndex index = BundleIndex.parse(source, new String(resource(source), StandardCharsets.UTF_8));
        return index.hashes().keySet().parallelStream()
                .map(name -> index.checked(name, resource(RESOURCES + group + name)))
                .toList();
    }

    private byte[] resource(String name) {
        try (InputStream in = plan.resources().getResourceAsStream(name)) {
            if (in == null) {
                throw new MedleyException(
                        ErrorCode.PLATFORM_NOT_STARTED,
                        "Medley did not start: there is no " + name + " on the class path; add the artifact"
                                + " health.medley:distribution, or name a folder with bundlesIn");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
