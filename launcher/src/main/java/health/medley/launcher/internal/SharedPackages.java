package health.medley.launcher.internal;

import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The packages of core, SLF4J and the log service that host and bundles share, at the versions on the class path.
 *
 * <p>They stand in the manifest of the jar that a class came from. A host packed into one jar has lost that manifest;
 * then the copy counts that the build of the launcher took.
 */
final class SharedPackages {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    // the launcher offers this service, so that SCR and ConfigAdmin log where the host does
    private static final String LOG_SERVICE = "org.osgi.service.log;version=\"1.5.0\"";

    private SharedPackages() {}

    /** In the syntax of {@code Export-Package}. */
    static String exports() {
        return exports(Contract.class, "health.medley.core", "core-bundle") + ","
                + exports(Logger.class, "slf4j.api", "slf4j-api") + "," + LOG_SERVICE;
    }

    static String exports(Class<?> shared, String symbolicName, String copy) {
        try {
            String exported = read(beside(shared), symbolicName);
            if (exported == null) {
                exported = read(SharedPackages.class.getResource("/medley/shared/" + copy + ".mf"), symbolicName);
            }
            if (exported == null) {
                throw new MedleyException(
                        ErrorCode.PLATFORM_FAULTY,
                        "Looking up the packages of " + copy + ": found no manifest of " + symbolicName
                                + "; put the launcher's jar on the class path unchanged");
            }
            return exported;
        } catch (IOException | URISyntaxException e) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_FAULTY, "Looking up the packages of " + copy + " failed (" + e + ")", e);
        }
    }

    private static URL beside(Class<?> shared) throws IOException, URISyntaxException {
        String path = shared.getName().replace('.', '/') + ".class";
        URL found = shared.getResource("/" + path);
        if (found == null) {
            throw new IOException(shared.getName() + " is not a resource of its own class loader");
        }
        String text = found.toString();
        return new URI(text.substring(0, text.length() - path.length()) + MANIFEST).toURL();
    }

    private static @Nullable String read(@Nullable URL manifest, String symbolicName) throws IOException {
        if (manifest == null) {
            return null;
        }
        try (InputStream in = manifest.openStream()) {
            Attributes attributes = new Manifest(in).getMainAttributes();
            String name = attributes.getValue("Bundle-SymbolicName");
            return name != null && ManifestHeader.name(name).equals(symbolicName)
                    ? attributes.getValue("Export-Package")
                    : null;
        } catch (java.io.FileNotFoundException e) {
            return null;
        }
    }
}
