package health.medley.rest.internal.http;

import java.util.Objects;

/**
 * Says how jobs of one kind work.
 *
 * @param name the kind: words joined by hyphens, {@code month-close}
 * @param work does one step of it
 */
public record JobKind(String name, JobWork work) {
    /** Check that no part is null. */
    public JobKind {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(work, "work");
    }
}
