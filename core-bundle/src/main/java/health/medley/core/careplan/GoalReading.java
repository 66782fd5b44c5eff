package health.medley.core.careplan;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Say where a goal stood.
 *
 * @param goal the goal's id
 * @param quantity what was measured, in the unit of the goal's target
 */
public record GoalReading(String goal, BigDecimal quantity) {
    /** Check that no part is null. */
    public GoalReading {
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(quantity, "quantity");
    }
}
