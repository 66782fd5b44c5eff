/** Cold start: the embedded platform beside Karaf, a process for each repetition. */
@NullMarked
package health.medley.benchmarks.start;

import org.jspecify.annotations.NullMarked;
