package health.medley.core.prescription;

import java.time.Instant;
import java.util.Objects;

/**
 * Hold how a conflict was settled.
 *
 * @param kind what kind it was
 * @param decision the decision
 * @param by the account that decided
 * @param settledAt when
 */
public record SettledConflict(ConflictKind kind, ConflictDecision decision, String by, Instant settledAt) {
    /** Check that no part is null. */
    public SettledConflict {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(settledAt, "settledAt");
    }
}
