package health.medley.rest.internal.http;

import java.util.List;
import java.util.Optional;

/**
 * Holds a list as it is answered.
 *
 * @param items the items
 * @param after what {@code after} must be to get the items behind these; empty if there are none
 */
record Items(List<?> items, Optional<String> after) {
    Items {
        items = List.copyOf(items);
    }
}
