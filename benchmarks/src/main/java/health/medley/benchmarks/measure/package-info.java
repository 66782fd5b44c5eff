/** How things are measured: per thread-CPU-second, in turns, medians. */
@NullMarked
package health.medley.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
