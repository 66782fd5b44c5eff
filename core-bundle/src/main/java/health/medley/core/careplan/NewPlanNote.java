package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * State what was done under a plan.
 *
 * @param action implemented or monitored
 * @param day when, today or earlier
 * @param text what was done, in words
 * @param readings where the goals stood
 */
public record NewPlanNote(PlanAction action, LocalDate day, String text, List<GoalReading> readings) {
    /** Copy the readings. */
    public NewPlanNote {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(text, "text");
        readings = List.copyOf(readings);
    }
}
