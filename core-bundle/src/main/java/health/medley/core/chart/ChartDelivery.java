package health.medley.core.chart;

import java.util.Objects;

/**
 * Describe a delivery of chart resources.
 *
 * @param format how it is written; packed with gzip or not, its first bytes tell
 * @param name what its problems call it, for example a file's name; no patient data
 * @param longestLineBytes limit of one line or one resource in bytes, unpacked; longer ones are reported and passed
 */
public record ChartDelivery(ChartFormat format, String name, long longestLineBytes) {
    /** Check the limit. */
    public ChartDelivery {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(name, "name");
        if (longestLineBytes < 1) {
            throw new IllegalArgumentException("Line limit of " + longestLineBytes + " bytes: expected 1 or more");
        }
    }

    /** A delivery with the usual limit. */
    public static ChartDelivery of(ChartFormat format, String name) {
        return new ChartDelivery(format, name, ChartQuery.LONGEST_LINE_BYTES);
    }
}
