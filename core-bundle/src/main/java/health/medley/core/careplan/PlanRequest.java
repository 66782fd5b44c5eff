package health.medley.core.careplan;

import health.medley.core.PatientRef;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Ask to begin a plan.
 *
 * @param patient whose
 * @param program the program, for example {@code ccm}
 * @param drafter id of the drafter, for example {@code templates}
 * @param asOf the day as of which the chart is read; empty for today
 */
public record PlanRequest(PatientRef patient, String program, String drafter, Optional<LocalDate> asOf) {
    /** Check that no part is null. */
    public PlanRequest {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(drafter, "drafter");
        Objects.requireNonNull(asOf, "asOf");
    }
}
