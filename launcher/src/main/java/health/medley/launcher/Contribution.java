package health.medley.launcher;

import java.util.Map;
import java.util.Objects;

/**
 * Name one contribution to a contract.
 *
 * @param id its id, for {@link Medley#port(Class, String)}
 * @param properties what it declares: every property that begins with {@code medley.}
 */
public record Contribution(String id, Map<String, Object> properties) {
    /** Copy the properties. */
    public Contribution {
        Objects.requireNonNull(id, "id");
        properties = Map.copyOf(properties);
    }
}
