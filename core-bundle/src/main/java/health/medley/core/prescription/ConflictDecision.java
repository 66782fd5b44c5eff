package health.medley.core.prescription;

import java.util.Objects;
import java.util.Optional;

/**
 * Decide on a conflict.
 *
 * @param conflict its id
 * @param choice how
 * @param stop key of the medication that is stopped ({@link MedicationCode#key}); needed for {@code STOP} where the
 *     conflict has two, empty otherwise
 * @param reason why, in words
 */
public record ConflictDecision(String conflict, ConflictChoice choice, Optional<String> stop, String reason) {
    /** Check that no part is null. */
    public ConflictDecision {
        Objects.requireNonNull(conflict, "conflict");
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(stop, "stop");
        Objects.requireNonNull(reason, "reason");
    }
}
