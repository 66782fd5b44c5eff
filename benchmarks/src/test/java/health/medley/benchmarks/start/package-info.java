@NullMarked
package health.medley.benchmarks.start;

import org.jspecify.annotations.NullMarked;
