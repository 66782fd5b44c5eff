/** Start the platform inside a program, or alone, and reach its ports. */
@NullMarked
package health.medley.launcher;

import org.jspecify.annotations.NullMarked;
