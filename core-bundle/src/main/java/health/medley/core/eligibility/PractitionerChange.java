package health.medley.core.eligibility;

import health.medley.core.ServiceMonth;
import java.util.Objects;
import java.util.Optional;

/**
 * Say who bills for an enrolled patient from a month on. A consent names its practitioner: without a new one, those
 * months are not billable.
 *
 * @param practitionerNpi NPI of the new practitioner, ten digits
 * @param practitionerRole credential of the new practitioner
 * @param from first month; months before keep theirs
 * @param consent the patient's consent to the new practitioner; empty if it is still to be asked for
 * @param reason why, in a few words
 */
public record PractitionerChange(
        String practitionerNpi,
        String practitionerRole,
        ServiceMonth from,
        Optional<ConsentTaken> consent,
        String reason) {
    /** Check that no part is null. */
    public PractitionerChange {
        Objects.requireNonNull(practitionerNpi, "practitionerNpi");
        Objects.requireNonNull(practitionerRole, "practitionerRole");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(consent, "consent");
        Objects.requireNonNull(reason, "reason");
    }
}
