package health.medley.core.billing;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.List;
import java.util.Objects;

/**
 * Say what may be billed for one patient's month.
 *
 * @param patient whose month
 * @param month the service month
 * @param phase how far the practice's month is
 * @param frozen whether the determinations are those kept by the closing; otherwise they were computed for this answer
 * @param determinations one for each program the patient is enrolled in, in the order of enrollment; empty for a
 *     patient who is enrolled in none
 */
public record MonthAnswer(
        PatientRef patient, ServiceMonth month, MonthPhase phase, boolean frozen, List<Determination> determinations) {
    /** Copy the determinations. */
    public MonthAnswer {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(phase, "phase");
        determinations = List.copyOf(determinations);
    }
}
