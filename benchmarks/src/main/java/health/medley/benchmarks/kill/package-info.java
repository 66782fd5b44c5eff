/** What a server killed while it writes has lost, or has twice. */
@NullMarked
package health.medley.benchmarks.kill;

import org.jspecify.annotations.NullMarked;
