/** Classes that the tests pack into small bundles. */
@NullMarked
package health.medley.launcher.sample;

import org.jspecify.annotations.NullMarked;
