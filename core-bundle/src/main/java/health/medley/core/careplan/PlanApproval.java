package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * State an approval.
 *
 * @param day the day on which the practitioner approved, today or earlier, and not before the edition in force began
 * @param npi NPI of the practitioner, ten digits; empty if the account says enough
 */
public record PlanApproval(LocalDate day, Optional<String> npi) {
    /** Check that no part is null. */
    public PlanApproval {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(npi, "npi");
    }
}
