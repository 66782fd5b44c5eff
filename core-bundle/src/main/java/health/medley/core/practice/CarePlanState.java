package health.medley.core.practice;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Say how the patient's care plan stands.
 *
 * @param date local day of the plan in force; empty if there is none
 * @param copyGiven whether the patient or caregiver has a copy
 */
public record CarePlanState(Optional<LocalDate> date, boolean copyGiven) {
    /** Check that no part is null. */
    public CarePlanState {
        Objects.requireNonNull(date, "date");
    }
}
