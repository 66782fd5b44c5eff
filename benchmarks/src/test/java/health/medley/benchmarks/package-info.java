@NullMarked
package health.medley.benchmarks;

import org.jspecify.annotations.NullMarked;
