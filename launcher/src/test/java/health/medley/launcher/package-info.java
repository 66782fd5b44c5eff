/** Tests of the launcher as a host uses it. */
@NullMarked
package health.medley.launcher;

import org.jspecify.annotations.NullMarked;
