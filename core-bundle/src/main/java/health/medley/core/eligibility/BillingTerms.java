package health.medley.core.eligibility;

import health.medley.core.ServiceMonth;
import java.util.Objects;

/**
 * Say who bills for an enrolled patient and by which family of codes, from a month on. A month has one practitioner.
 *
 * @param from first month
 * @param practitionerNpi NPI of the billing practitioner, ten digits
 * @param practitionerRole credential of the billing practitioner, for example {@code MD} or {@code NP}
 * @param track the family the practice declares: {@code staff}, {@code complex}, {@code practitioner}, or another
 *     program's
 */
public record BillingTerms(ServiceMonth from, String practitionerNpi, String practitionerRole, String track) {
    /** Check that no part is null. */
    public BillingTerms {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(practitionerNpi, "practitionerNpi");
        Objects.requireNonNull(practitionerRole, "practitionerRole");
        Objects.requireNonNull(track, "track");
    }
}
