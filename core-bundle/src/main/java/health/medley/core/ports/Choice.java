package health.medley.core.ports;

import java.util.Objects;

/**
 * Choose which version answers.
 *
 * @param name symbolic name of a provider bundle, or name of a rule set
 * @param version the version that is to answer
 */
public record Choice(String name, String version) {
    /** Check that no part is null. */
    public Choice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
    }
}
