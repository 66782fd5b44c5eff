package health.medley.core.prescription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Hold one step of a prescription.
 *
 * @param status the status it came to
 * @param day the day of the step, as stated
 * @param text what was said; may be empty
 * @param by the account that recorded it
 * @param recordedAt when it was recorded
 */
public record PrescriptionEvent(PrescriptionStatus status, LocalDate day, String text, String by, Instant recordedAt) {
    /** Check that no part is null. */
    public PrescriptionEvent {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
