/** Transitions of care with their follow-up, and tasks. */
@NullMarked
package health.medley.coordination.internal.transitions;

import org.jspecify.annotations.NullMarked;
