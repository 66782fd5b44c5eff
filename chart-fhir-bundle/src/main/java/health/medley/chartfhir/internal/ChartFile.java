package health.medley.chartfhir.internal;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Name one file of a chart folder.
 *
 * @param path where it is
 * @param name as its reader would say it: folder and file name
 * @param index its place in the order of reading, 0 for the first
 * @param bytes its size as stored
 */
record ChartFile(Path path, String name, int index, long bytes) {

    /** Whether the name promises one resource a line. */
    boolean linewise() {
        String plain = lowerCaseName();
        return plain.endsWith(".ndjson") || plain.endsWith(".ndjson.gz");
    }

    /** Whether the name promises gzip. Only an empty file is judged by it; all others by their first bytes. */
    boolean namedGzip() {
        return lowerCaseName().endsWith(".gz");
    }

    private String lowerCaseName() {
        return name.toLowerCase(Locale.ROOT);
    }
}
