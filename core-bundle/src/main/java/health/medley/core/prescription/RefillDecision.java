package health.medley.core.prescription;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Decide on a refill asked for.
 *
 * @param times how often more it may be dispensed; 0 to deny it
 * @param day when this was decided, today or earlier
 * @param reason why; needed to deny it
 */
public record RefillDecision(int times, LocalDate day, String reason) {
    /** Check the number. */
    public RefillDecision {
        Objects.requireNonNull(day, "day");
        if (times < 0 || times == 0 && reason.isBlank()) {
            throw new IllegalArgumentException(
                    "A decision on a refill of " + times + " times: expected 1 or more, or 0 with a reason");
        }
    }
}
