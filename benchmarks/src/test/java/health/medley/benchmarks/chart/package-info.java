@NullMarked
package health.medley.benchmarks.chart;

import org.jspecify.annotations.NullMarked;
