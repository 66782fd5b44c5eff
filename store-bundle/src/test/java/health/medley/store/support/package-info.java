/** For tests and benchmarks: a PostgreSQL they start by themselves, and servers that are killed while they write. */
@NullMarked
package health.medley.store.support;

import org.jspecify.annotations.NullMarked;
