package health.medley.core.prescription;

import java.time.LocalDate;
import java.util.Objects;

/**
 * State that more is asked for.
 *
 * @param day when it was asked for, today or earlier
 * @param text by whom and why, in words
 */
public record RefillRequest(LocalDate day, String text) {
    /** Check that no part is null. */
    public RefillRequest {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(text, "text");
    }
}
