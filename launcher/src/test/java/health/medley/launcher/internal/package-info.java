/** Tests of the launcher from within. */
@NullMarked
package health.medley.launcher.internal;

import org.jspecify.annotations.NullMarked;
