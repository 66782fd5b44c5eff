package health.medley.prescription.internal;

import health.medley.core.prescription.InteractionChecker;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** The checkers that are there, by id. */
final class Checkers {
    private final Map<String, InteractionChecker> byId = new ConcurrentSkipListMap<>();

    void add(String id, InteractionChecker checker) {
        byId.put(id, checker);
    }

    void remove(InteractionChecker checker) {
        byId.values().remove(checker);
    }

    Map<String, InteractionChecker> all() {
        return byId;
    }
}
