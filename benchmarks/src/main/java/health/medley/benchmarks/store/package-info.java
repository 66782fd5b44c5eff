/** Durable writes: the record's store beside PostgreSQL written by hand, and over HTTP. */
@NullMarked
package health.medley.benchmarks.store;

import org.jspecify.annotations.NullMarked;
