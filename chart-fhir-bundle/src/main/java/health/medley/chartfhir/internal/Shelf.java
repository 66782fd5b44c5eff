package health.medley.chartfhir.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Holds what was read of resources of one type by their keys, in the order they first came. Of changes, some are that a
 * resource is no longer there.
 */
final class Shelf<T> {

    private final Map<String, T> items = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>(0);

    /** Put a resource in the place it had, or behind the last. */
    void put(String key, T item) {
        removed.remove(key);
        items.put(key, item);
    }

    /** Take a resource out. */
    void remove(String key) {
        items.remove(key);
        removed.add(key);
    }

    /** Put in what was kept under these keys; false if there are not as many. */
    boolean fill(List<String> keys, List<T> kept) {
        if (keys.size() != kept.size()) {
            return false;
        }
        for (int i = 0; i < keys.size(); i++) {
            items.put(keys.get(i), kept.get(i));
        }
        return true;
    }

    /** Do here what was done on the other. */
    void apply(Shelf<T> changes) {
        changes.removed.forEach(items::remove);
        items.putAll(changes.items);
    }

    void each(BiConsumer<String, T> taker) {
        items.forEach(taker);
    }

    List<T> list() {
        return List.copyOf(items.values());
    }

    List<String> keys() {
        return List.copyOf(items.keySet());
    }

    int size() {
        return items.size();
    }
}
