/** Closing a whole month of a large practice, written to the record, while somebody else goes on writing. */
@NullMarked
package health.medley.benchmarks.close;

import org.jspecify.annotations.NullMarked;
