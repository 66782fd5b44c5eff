package health.medley.core.time;

import health.medley.core.CareTime;
import java.time.Instant;
import java.util.Objects;

/**
 * Name a part of an entry that does not count, and why.
 *
 * @param entry id of the entry
 * @param from first second that does not count
 * @param to first second after it
 * @param why the first reason that applies, in the order of {@link TimeExclusion}
 */
public record UncountedTime(String entry, Instant from, Instant to, TimeExclusion why) {
    /** Check that no part is null. */
    public UncountedTime {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(why, "why");
    }

    /** How much it is. */
    public CareTime time() {
        return new CareTime(to.getEpochSecond() - from.getEpochSecond());
    }
}
