package health.medley.core.rules;

import java.util.Objects;

/**
 * Name a rule set exactly.
 *
 * @param name its name, for example {@code ccm-2025}
 * @param version its version, three numbers
 * @param sha256 SHA-256 of its content in lower-case hex
 */
public record RuleRef(String name, String version, String sha256) {
    /** Check that no part is null. */
    public RuleRef {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(sha256, "sha256");
    }

    /** For columns and sentences: {@code ccm-2025 1.0.0}. */
    @Override
    public String toString() {
        return name + " " + version;
    }
}
