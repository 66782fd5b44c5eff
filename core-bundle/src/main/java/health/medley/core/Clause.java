package health.medley.core;

import java.util.Objects;

/**
 * Point at the rule a finding rests on, so that a person can look it up.
 *
 * @param file file of the rule set, for example {@code codes/99439.yaml}; empty for a rule of the platform itself
 * @param path where in the file, for example {@code units}; may be empty
 * @param source title of the official source, as the rule states it
 * @param inForce first day the clause is in force, {@code YYYY-MM-DD}, as the rule states it; may be empty
 */
public record Clause(String file, String path, String source, String inForce) {
    /** Check that no part is null. */
    public Clause {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(inForce, "inForce");
    }

    /** As one word for columns: {@code codes/99439.yaml#units}. */
    @Override
    public String toString() {
        return path.isEmpty() ? file : file + "#" + path;
    }
}
