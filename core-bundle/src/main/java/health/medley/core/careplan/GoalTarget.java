package health.medley.core.careplan;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Say what a goal is to reach.
 *
 * @param measure what is measured, for example {@code systolic blood pressure}
 * @param bound on which side of the quantity the goal lies
 * @param quantity how much
 * @param unit in which unit, in UCUM's spelling, for example {@code mm[Hg]}
 */
public record GoalTarget(String measure, GoalBound bound, BigDecimal quantity, String unit) {
    /** Check that measure and unit are said. */
    public GoalTarget {
        Objects.requireNonNull(bound, "bound");
        Objects.requireNonNull(quantity, "quantity");
        if (measure.isBlank() || unit.isBlank()) {
            throw new IllegalArgumentException(
                    "A goal's target needs a measure and a unit; for a bare count use {count}");
        }
    }

    /** Whether a reading reaches it. */
    public boolean reachedBy(BigDecimal reading) {
        int difference = reading.compareTo(quantity);
        return switch (bound) {
            case BELOW -> difference < 0;
            case AT_MOST -> difference <= 0;
            case AT_LEAST -> difference >= 0;
            case ABOVE -> difference > 0;
        };
    }
}
