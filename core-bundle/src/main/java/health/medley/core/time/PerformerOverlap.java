package health.medley.core.time;

import java.util.Objects;

/**
 * Flag one person recorded as working for two patients at the same second. Nothing is subtracted; a person looks.
 *
 * @param performer who
 * @param entry id of one entry
 * @param other id of the entry of another patient it overlaps
 */
public record PerformerOverlap(String performer, String entry, String other) {
    /** Check that no part is null. */
    public PerformerOverlap {
        Objects.requireNonNull(performer, "performer");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(other, "other");
    }
}
