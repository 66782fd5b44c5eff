package health.medley.core.eligibility;

import java.util.Objects;

/**
 * State whether a code names a chronic condition of a patient.
 *
 * @param code the code, {@code SNOMED:code} or {@code ICD10CM:code}
 * @param chronic whether it is chronic
 * @param reason why, in the clinician's words
 */
public record ConditionJudgement(String code, boolean chronic, String reason) {
    /** Check that no part is null. */
    public ConditionJudgement {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
