package health.medley.launcher;

import java.util.Objects;

/**
 * Say how one bundle stands.
 *
 * @param name its symbolic name
 * @param version its version
 * @param file name of the file it came from
 * @param sha256 SHA-256 of that file in lower-case hex
 * @param active whether it is active; a fragment is when it is attached
 * @param why one plain sentence why it is not active and the next step; empty if it is
 */
public record BundleReport(String name, String version, String file, String sha256, boolean active, String why) {
    /** Check that no part is null. */
    public BundleReport {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(why, "why");
    }
}
