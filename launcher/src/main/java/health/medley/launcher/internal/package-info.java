/** How the launcher starts Felix, checks bundles and runs commands. */
@NullMarked
package health.medley.launcher.internal;

import org.jspecify.annotations.NullMarked;
