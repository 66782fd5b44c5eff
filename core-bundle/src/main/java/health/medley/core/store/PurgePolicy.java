package health.medley.core.store;

import health.medley.core.PatientRef;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Say which records of the caller's practice are to be purged: those of one kind to which all that is given applies.
 *
 * @param kind the kind
 * @param patient whose; empty for everybody's
 * @param before only records whose current version was committed before; empty for any
 * @param reason by which policy, in a few words without patient data; not blank
 */
public record PurgePolicy(String kind, Optional<PatientRef> patient, Optional<Instant> before, String reason) {
    /** Check that the policy limits something and has a reason. */
    public PurgePolicy {
        Objects.requireNonNull(kind, "kind");
        if (patient.isEmpty() && before.isEmpty()) {
            throw new IllegalArgumentException(
                    "Purging records of kind " + kind + ": name a patient or a date; all of a kind is never purged");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Purging records of kind " + kind + ": give the reason");
        }
    }
}
