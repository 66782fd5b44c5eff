package health.medley.core;

import java.util.Objects;

/**
 * The bundle a call came from, as the port saw it. Only ports make them; a caller cannot claim another's origin.
 *
 * @param bundle symbolic name, or {@code host} for the program that embeds Medley
 * @param version OSGi version of that bundle
 * @param sha256 SHA-256 of the bundle's file in lower-case hex, empty if the container did not install it from a file
 */
public record Origin(String bundle, String version, String sha256) {
    /** Check that no part is null. */
    public Origin {
        Objects.requireNonNull(bundle, "bundle");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(sha256, "sha256");
    }

    @Override
    public String toString() {
        return bundle + " " + version;
    }
}
