package health.medley.core.coordination;

import java.util.Objects;

/**
 * Name a channel that is offered.
 *
 * @param id its name
 * @param kind how people talk over it
 */
public record OfferedChannel(String id, ChannelKind kind) {
    /** Check that no part is null. */
    public OfferedChannel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
    }
}
