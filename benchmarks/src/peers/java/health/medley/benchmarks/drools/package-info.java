/** The workload's rules written for Drools. */
@NullMarked
package health.medley.benchmarks.drools;

import org.jspecify.annotations.NullMarked;
