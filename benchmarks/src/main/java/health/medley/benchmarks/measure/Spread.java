package health.medley.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;

/**
 * Hold the middle and the ends of several measurements of one thing.
 *
 * @param least the smallest
 * @param median the one in the middle
 * @param most the largest
 */
public record Spread(double least, double median, double most) {

    /** Sum up measurements; there must be one at least. */
    public static Spread of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Summing up measurements: expected one at least, got none");
        }
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /** Divide measurement by measurement, both taken in the same round, and sum the ratios up. */
    public static Spread ofRatios(double[] above, double[] below) {
        double[] ratios = new double[Math.min(above.length, below.length)];
        Arrays.setAll(ratios, i -> above[i] / below[i]);
        return of(Arrays.stream(ratios).boxed().toList());
    }
}
