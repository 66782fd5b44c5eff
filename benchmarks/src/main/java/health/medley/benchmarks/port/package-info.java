/** A call through a port beside the same call made directly. */
@NullMarked
package health.medley.benchmarks.port;

import org.jspecify.annotations.NullMarked;
