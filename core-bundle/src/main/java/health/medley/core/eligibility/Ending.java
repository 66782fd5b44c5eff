package health.medley.core.eligibility;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Say that a consent was revoked or an enrollment ended.
 *
 * @param day local day
 * @param reason why, in a few words; may be empty for a revocation
 * @param recordedAt when it was recorded
 */
public record Ending(LocalDate day, String reason, Instant recordedAt) {
    /** Check that no part is null. */
    public Ending {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
