/** Round-the-clock access: who answers when, where that has gaps, and how it was tested. */
@NullMarked
package health.medley.coordination.internal.access;

import org.jspecify.annotations.NullMarked;
