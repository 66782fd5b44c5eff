/** Messages and calls, and the channels they go over. */
@NullMarked
package health.medley.coordination.internal.messages;

import org.jspecify.annotations.NullMarked;
