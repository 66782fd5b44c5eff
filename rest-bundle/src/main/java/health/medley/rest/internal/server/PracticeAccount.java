package health.medley.rest.internal.server;

import health.medley.core.store.Recorded;
import java.util.Objects;

/**
 * A practice that this server knows: private record kind {@code rest.practice}. What the practice says of itself is
 * {@link health.medley.core.practice.PracticeSettings}.
 *
 * @param id its id, which every record of the practice carries
 * @param version the record's version
 * @param name what people call it
 */
public record PracticeAccount(String id, long version, String name) implements Recorded {
    /** Check that no part is null. */
    public PracticeAccount {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
