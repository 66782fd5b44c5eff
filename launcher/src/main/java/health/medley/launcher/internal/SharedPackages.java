package health.medley.launcher.internal;

import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
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
    }

    private static @Nullable URL beside(Class<?> shared) {
        String path = shared.getName().replace('.', '/') + ".class";
        URL found = shared.getResource("/" + path);
        if (found == null) {
            return null;
        }
        String text = found.toString();
        try {
            return new URI(text.substring(0, text.length() - path.length()) + MANIFEST).toURL();
        } catch (URISyntaxException | MalformedURLException e) {
            // a class loader of the host's own making: its addresses lead nowhere else
            return null;
        }
    }

    private static @Nullable String read(@Nullable URL manifest, String symbolicName) {
        if (manifest == null) {
            return null;
        }
        try {
            URLConnection connection = manifest.openConnection();
            // a cached connection would keep the host's jar open
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                Attributes attributes = new Manifest(in).getMainAttributes();
                String name = attributes.getValue("Bundle-SymbolicName");
                return name != null && ManifestHeader.name(name).equals(symbolicName)
                        ? attributes.getValue("Export-Package")
                        : null;
            }
        } catch (IOException e) {
            // no manifest there: a folder of classes, or a jar without one
            return null;
        }
    }
}
