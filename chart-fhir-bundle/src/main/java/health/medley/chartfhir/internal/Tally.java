package health.medley.chartfhir.internal;

import java.util.HashMap;
import java.util.Map;

/** Counts resources by type. Names of types that no one could have meant are counted together. */
final class Tally {

    private static final int MOST_TYPES = 500;
    private static final String OTHER = "(other)";

    private final Map<String, long[]> counts = new HashMap<>();

    /** Count one more of {@code type}. */
    void count(String type) {
        long[] count = counts.get(type);
        if (count == null) {
            String key = counts.size() < MOST_TYPES ? type : OTHER;
            count = counts.computeIfAbsent(key, any -> new long[1]);
        }
        count[0]++;
    }

    /** The counts by type. */
    Map<String, Long> counts() {
        Map<String, Long> result = new HashMap<>();
        counts.forEach((type, count) -> result.put(type, count[0]));
        return result;
    }
}
