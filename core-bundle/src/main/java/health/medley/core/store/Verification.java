package health.medley.core.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Say whether the record is what was written.
 *
 * @param versions how many versions were checked
 * @param purged how many of them have no body any more, by policy
 * @param heads the end of each writer's chain
 * @param first the first flaw; empty if the record is what was written
 */
public record Verification(long versions, long purged, List<ChainHead> heads, Optional<ChainFlaw> first) {
    /** Copy the heads. */
    public Verification {
        heads = List.copyOf(heads);
        Objects.requireNonNull(first, "first");
    }

    /** Whether there is no flaw. */
    public boolean sound() {
        return first.isEmpty();
    }
}
