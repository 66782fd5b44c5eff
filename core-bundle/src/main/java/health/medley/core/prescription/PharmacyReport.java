package health.medley.core.prescription;

import java.time.LocalDate;
import java.util.Objects;

/**
 * State what a pharmacy says.
 *
 * @param answer what
 * @param day when, today or earlier
 * @param text in words; may be empty
 */
public record PharmacyReport(PharmacyAnswer answer, LocalDate day, String text) {
    /** Check that no part is null. */
    public PharmacyReport {
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(text, "text");
    }
}
