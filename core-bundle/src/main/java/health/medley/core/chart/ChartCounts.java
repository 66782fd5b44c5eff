package health.medley.core.chart;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Say how much was read.
 *
 * @param patients charts handed to the reader
 * @param bytes uncompressed bytes read
 * @param read resources read, by FHIR resource type
 * @param skipped resources passed over because nobody needs them, by FHIR resource type
 */
public record ChartCounts(long patients, long bytes, Map<String, Long> read, Map<String, Long> skipped) {
    /** Copy the maps, ordered by type. */
    public ChartCounts {
        read = Collections.unmodifiableMap(new TreeMap<>(read));
        skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
    }
}
