/** The workload every rule engine is measured on: seeded patient-months and the answer to each. */
@NullMarked
package health.medley.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
