package health.medley.core.coordination;

import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Name a time in which nobody answers urgent calls, or nobody who reaches the record, [from, to).
 *
 * @param from first second, at the practice's local time
 * @param to first second after
 * @param answered whether somebody answers who cannot open the record
 */
public record CoverageGap(OffsetDateTime from, OffsetDateTime to, boolean answered) {
    /** Check that no part is null. */
    public CoverageGap {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }
}
