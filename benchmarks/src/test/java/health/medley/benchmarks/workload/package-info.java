@NullMarked
package health.medley.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
