package health.medley.core.store;

import java.util.Objects;
import java.util.Optional;

/**
 * Name a place where the record is not what was written.
 *
 * @param kind what was done there
 * @param writer whose chain
 * @param sequence the version's place in that chain, 1 for the first
 * @param record which record; empty if that is lost with the version, or is another practice's
 * @param version which version of the record, 0 if that is not known
 * @param sentence the same in words, without patient data
 */
public record ChainFlaw(
        FlawKind kind, int writer, long sequence, Optional<RecordKey> record, long version, String sentence) {
    /** Check that no part is null. */
    public ChainFlaw {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(sentence, "sentence");
    }
}
