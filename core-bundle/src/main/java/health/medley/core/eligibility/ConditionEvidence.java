package health.medley.core.eligibility;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one code of the problem list and how it was judged.
 *
 * @param code the code, {@code SYSTEM:code}
 * @param since day the condition began, as the chart states it; empty if unknown
 * @param abated day the condition abated; empty if it has not
 * @param judge whose word decided
 * @param source what the judgement rests on: the list, or the clinician's reason
 */
public record ConditionEvidence(
        String code, Optional<LocalDate> since, Optional<LocalDate> abated, Judge judge, String source) {
    /** Check that no part is null. */
    public ConditionEvidence {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(abated, "abated");
        Objects.requireNonNull(judge, "judge");
        Objects.requireNonNull(source, "source");
    }
}
