package health.medley.core.chart;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Say which charts to read.
 *
 * @param location folder of chart files, for sources that read files; empty for a source that knows its own place
 * @param patients ids to read; empty for all
 * @param longestLineBytes limit of one line or one resource in bytes, uncompressed; longer ones are reported and passed
 */
public record ChartQuery(Optional<Path> location, Set<String> patients, long longestLineBytes) {

    /** Longest line or resource accepted unless a practice says otherwise: 16 MiB. */
    public static final long LONGEST_LINE_BYTES = 16L * 1024 * 1024;

    /** Copy the ids and check the limit. */
    public ChartQuery {
        Objects.requireNonNull(location, "location");
        patients = Set.copyOf(patients);
        if (longestLineBytes < 1) {
            throw new IllegalArgumentException("Line limit of " + longestLineBytes + " bytes: expected 1 or more");
        }
    }

    /** Every chart of a folder, with the usual limit. */
    public static ChartQuery allOf(Path folder) {
        return new ChartQuery(Optional.of(folder), Set.of(), LONGEST_LINE_BYTES);
    }
}
