package health.medley.core.eligibility;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.time.Instant;
import java.util.Objects;

/**
 * Hold a clinician's word on whether a code names a chronic condition of one patient. It goes before the practice's
 * word and the platform's list.
 *
 * @param id its id
 * @param version its version
 * @param patient whose condition
 * @param code the code, {@code SNOMED:code} or {@code ICD10CM:code}
 * @param chronic whether it is chronic
 * @param reason why
 * @param withdrawn whether the word was taken back
 * @param recordedAt when this was recorded
 */
public record ConditionOverride(
        String id,
        long version,
        PatientRef patient,
        String code,
        boolean chronic,
        String reason,
        boolean withdrawn,
        Instant recordedAt)
        implements Recorded {
    /** Check that no part is null. */
    public ConditionOverride {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
