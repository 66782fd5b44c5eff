package health.medley.core.time;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Name days on which no time counts because the patient is in the care of a facility.
 *
 * @param from first local day
 * @param to last local day
 * @param kind {@code inpatient} or {@code snf_part_a}
 */
public record TimeStay(LocalDate from, LocalDate to, String kind) {
    /** Check the order of the days. */
    public TimeStay {
        Objects.requireNonNull(kind, "kind");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A stay does not end before it begins");
        }
    }
}
