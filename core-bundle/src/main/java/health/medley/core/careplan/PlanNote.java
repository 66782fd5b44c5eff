package health.medley.core.careplan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Hold what was done to a plan or under it.
 *
 * @param action what
 * @param day when
 * @param text in words; may be empty
 * @param readings where the goals stood
 * @param by the account that noted it
 * @param recordedAt when it was noted
 */
public record PlanNote(
        PlanAction action, LocalDate day, String text, List<GoalReading> readings, String by, Instant recordedAt) {
    /** Copy the readings. */
    public PlanNote {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(text, "text");
        readings = List.copyOf(readings);
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
