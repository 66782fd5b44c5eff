package health.medley.core.billing;

import health.medley.core.PatientRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Say how a frozen determination would be another today.
 *
 * @param patient whose month
 * @param program the program
 * @param frozen what was determined; empty if the patient was not enrolled when the month was closed
 * @param now what the facts give now; empty if the patient is no longer enrolled
 * @param facts what was recorded since
 * @param rulesChanged whether other rules answer for the month now, which may be why
 */
public record LateChange(
        PatientRef patient,
        String program,
        Optional<KeptDetermination> frozen,
        Optional<Determination> now,
        List<LateFact> facts,
        boolean rulesChanged) {
    /** Copy the facts. */
    public LateChange {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(frozen, "frozen");
        Objects.requireNonNull(now, "now");
        facts = List.copyOf(facts);
    }
}
