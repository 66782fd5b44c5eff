package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a command runs.
 *
 * @param directory where the person stands; relative paths are read against it
 * @param home where Medley was unpacked; null when it runs from a class path alone
 * @param terminal whether a person watches
 */
public record Surroundings(Path directory, @Nullable Path home, boolean terminal) {

    /** As {@code bin/medley} says in system properties. */
    public static Surroundings ofThisProcess() {
        String home = System.getProperty("medley.home");
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                home == null ? null : Path.of(home).toAbsolutePath(),
                Boolean.getBoolean("medley.terminal"));
    }

    /** The home, or the directory where there is none. */
    Path homeOrDirectory() {
        return home == null ? directory : home;
    }

    /** The shipped bundles as a folder, or null if they are on the class path. */
    @Nullable
    Path bundles() {
        Path folder = home == null ? null : home.resolve("bundles");
        return folder != null && Files.isDirectory(folder) ? folder : null;
    }

    /** What {@code conf/medley.properties} sets. */
    Map<String, String> settings() {
        return home == null ? Map.of() : read(home.resolve("conf").resolve("medley.properties"));
    }

    /** The settings in a file; none if there is no such file. */
    static Map<String, String> read(Path file) {
        Map<String, String> settings = new TreeMap<>();
        if (!Files.isRegularFile(file)) {
            return settings;
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new MedleyException(
                    ErrorCode.FILE_UNREADABLE,
                    "Reading the settings in " + file + " failed (" + e + "); expected lines of name=value in UTF-8",
                    e);
        }
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }
}
