package health.medley.core.practice;

import java.util.Objects;
import java.util.Optional;

/**
 * Hold a patient's enrollment in a care program.
 *
 * @param patient the patient's id in the EHR; patient data, never logged
 * @param program the program, for example {@code ccm}
 * @param practitionerNpi NPI of the billing practitioner, ten digits
 * @param practitionerRole credential of the billing practitioner, for example {@code MD} or {@code NP}
 * @param track the family the practice declares for the month: {@code staff}, {@code complex}, {@code practitioner}, or
 *     another program's
 * @param consent the patient's consent
 * @param initiatingVisit the visit that started the program; empty if the practice states none
 * @param carePlan how the care plan stands
 * @param riskDocumented whether the significant risk the conditions pose is documented
 */
public record Enrollment(
        String patient,
        String program,
        String practitionerNpi,
        String practitionerRole,
        String track,
        Consent consent,
        Optional<InitiatingVisit> initiatingVisit,
        CarePlanState carePlan,
        boolean riskDocumented) {
    /** Check that no part is null. */
    public Enrollment {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(practitionerNpi, "practitionerNpi");
        Objects.requireNonNull(practitionerRole, "practitionerRole");
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(initiatingVisit, "initiatingVisit");
        Objects.requireNonNull(carePlan, "carePlan");
    }
}
