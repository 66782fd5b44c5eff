package health.medley.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** Where the tests find what the build made. */
public final class Places {
    private Places() {}

    /** Root of the checkout. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("distribution/pom.xml"))) {
            here = here.getParent();
        }
        if (here == null) {
            throw new IllegalStateException("Looking for the checkout's root: run the tests inside the checkout");
        }
        return here;
    }

    /** The jars of our bundles as their modules built them. */
    public static List<Path> builtBundles() {
        List<Path> jars = new ArrayList<>();
        try (Stream<Path> modules = Files.walk(root(), 2)) {
            for (Path module : modules.filter(path -> Files.exists(path.resolve("bnd.bnd")))
                    .sorted()
                    .toList()) {
                if (Files.isDirectory(module.resolve("src"))) {
                    jars.add(jar(module));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Looking for built bundles", e);
        }
        return jars;
    }

    /** The jar a module built. */
    public static Path jar(Path module) {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(path -> path.getFileName().toString().matches(".*\\.\\d+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalStateException("Looking for the jar of " + module + ": mvn verify builds it", e);
        }
    }

    /** The distribution as it is unpacked. */
    public static Path home() {
        Path unpacked = root().resolve("distribution/target/medley");
        try (Stream<Path> folders = Files.list(unpacked)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/medley")))
                    .findFirst()
                    .orElse(unpacked);
        } catch (IOException e) {
            throw new IllegalStateException("Looking for the unpacked distribution: mvn verify builds it", e);
        }
    }

    /** The bundles that the distribution ships. */
    public static Path bundles() {
        return home().resolve("bundles");
    }

    /** The shipped bundle whose file name begins so. */
    public static Path bundle(String beginning) {
        try (Stream<Path> files = Files.list(bundles())) {
            return files.filter(path -> path.getFileName().toString().startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("Looking for " + beginning, e);
        }
    }

    /** The shipped sample practice. */
    public static Path samplePractice() {
        return root().resolve("distribution/src/main/dist/sample-practice");
    }

    /** What an independent reading of the rules expects of the sample practice in March 2025. */
    public static Path sampleExpected() {
        return root().resolve("itests/src/test/resources/sample-practice.expected.csv");
    }
}
