package health.medley.core.eligibility;

import health.medley.core.practice.InitiatingVisit;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Ask to enroll a patient in a program.
 *
 * @param program the program, for example {@code ccm}
 * @param practitionerNpi NPI of the billing practitioner, ten digits
 * @param practitionerRole credential of the billing practitioner, for example {@code MD} or {@code NP}
 * @param track the family the practice declares: {@code staff}, {@code complex}, {@code practitioner}, or another
 *     program's
 * @param from local day the enrollment begins; empty for the day of the consent, or today where there is none
 * @param consent the patient's consent; empty if it is still to be asked for
 * @param initiatingVisit the visit that started the program, as stated; empty if the practice states none
 * @param riskDocumented whether the significant risk the conditions pose is documented
 */
public record EnrollmentRequest(
        String program,
        String practitionerNpi,
        String practitionerRole,
        String track,
        Optional<LocalDate> from,
        Optional<ConsentTaken> consent,
        Optional<InitiatingVisit> initiatingVisit,
        boolean riskDocumented) {
    /** Check that no part is null. */
    public EnrollmentRequest {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(practitionerNpi, "practitionerNpi");
        Objects.requireNonNull(practitionerRole, "practitionerRole");
        Objects.requireNonNull(track, "track");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(initiatingVisit, "initiatingVisit");
    }
}
