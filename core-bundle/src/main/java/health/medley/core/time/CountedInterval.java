package health.medley.core.time;

import health.medley.core.CareTime;
import java.time.Instant;
import java.util.Objects;

/**
 * Name a part of an entry that counts, [from, to).
 *
 * @param entry id of the entry
 * @param from first second that counts
 * @param to first second after it
 * @param role in which role the time was given: staff or practitioner
 */
public record CountedInterval(String entry, Instant from, Instant to, TimeRole role) {
    /** Check the order of the ends. */
    public CountedInterval {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(role, "role");
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A counted interval ends after it begins");
        }
    }

    /** How much it is; intervals that overlap count once together. */
    public CareTime time() {
        return new CareTime(to.getEpochSecond() - from.getEpochSecond());
    }
}
