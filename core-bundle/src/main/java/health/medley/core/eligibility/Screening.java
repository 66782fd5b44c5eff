package health.medley.core.eligibility;

import health.medley.core.Finding;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Say how a patient stands towards a program in a month, with the evidence.
 *
 * @param patient who
 * @param fhirId the patient's id in the EHR; patient data
 * @param program the program
 * @param month the month
 * @param eligible whether nothing the chart can tell stands against the program
 * @param diseases the chronic diseases counted, in the order of their keys
 * @param evidence the codes that count, in the order of the problem list
 * @param enrollment the patient's enrollment in the month; empty if there is none
 * @param missing reason codes of what is still missing before the month can be billed, in the order checked
 * @param findings one for each criterion, in the order checked; those that are not met say what would change it
 */
public record Screening(
        PatientRef patient,
        String fhirId,
        String program,
        ServiceMonth month,
        boolean eligible,
        List<Disease> diseases,
        List<ConditionEvidence> evidence,
        Optional<EnrolledProgram> enrollment,
        List<String> missing,
        List<Finding> findings) {
    /** Copy the lists. */
    public Screening {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(fhirId, "fhirId");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(month, "month");
        diseases = List.copyOf(diseases);
        evidence = List.copyOf(evidence);
        Objects.requireNonNull(enrollment, "enrollment");
        missing = List.copyOf(missing);
        findings = List.copyOf(findings);
    }
}
