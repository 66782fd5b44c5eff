package health.medley.core.careplan;

import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.Disease;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Ask for the draft of a plan.
 *
 * @param program the program, for example {@code ccm}
 * @param day as of which day
 * @param chart the patient's chart; patient data, never logged
 * @param diseases the chronic diseases that qualify the patient, as eligibility counts them
 */
public record DraftQuestion(String program, LocalDate day, PatientChart chart, List<Disease> diseases) {
    /** Copy the diseases. */
    public DraftQuestion {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(chart, "chart");
        diseases = List.copyOf(diseases);
    }
}
