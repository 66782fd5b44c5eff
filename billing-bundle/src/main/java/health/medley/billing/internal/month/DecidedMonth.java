package health.medley.billing.internal.month;

import health.medley.core.PatientRef;
import health.medley.core.billing.Determination;
import java.util.List;

/**
 * Hold what a patient's month came to.
 *
 * @param patient whose
 * @param programs one for each program, in the order of the enrollments
 */
record DecidedMonth(PatientRef patient, List<Program> programs) {
    /**
     * What it came to in one program.
     *
     * @param practitionerNpi who bills
     * @param determination what was determined
     */
    record Program(String practitionerNpi, Determination determination) {}
}
