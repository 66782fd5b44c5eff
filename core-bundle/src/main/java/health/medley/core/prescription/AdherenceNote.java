package health.medley.core.prescription;

import java.time.Instant;
import java.util.Objects;

/**
 * Hold a note on adherence.
 *
 * @param note what was found
 * @param by the account that noted it
 * @param recordedAt when it was noted
 */
public record AdherenceNote(NewAdherenceNote note, String by, Instant recordedAt) {
    /** Check that no part is null. */
    public AdherenceNote {
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }
}
