/** Reading a chart beside bare Jackson over the same files. */
@NullMarked
package health.medley.benchmarks.chart;

import org.jspecify.annotations.NullMarked;
