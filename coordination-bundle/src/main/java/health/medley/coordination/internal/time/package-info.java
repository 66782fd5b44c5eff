/** The record of time: entries, timers, corrections. */
@NullMarked
package health.medley.coordination.internal.time;

import org.jspecify.annotations.NullMarked;
