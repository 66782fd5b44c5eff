package health.medley.core.billing;

import java.time.Instant;
import java.util.Objects;

/**
 * Name a fact that was recorded after a determination was frozen.
 *
 * @param kind kind of the record, for example {@code time-entry}
 * @param id the record's id
 * @param recorded when it was recorded or changed last
 * @param user who did so
 */
public record LateFact(String kind, String id, Instant recorded, String user) {
    /** Check that no part is null. */
    public LateFact {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(user, "user");
    }
}
