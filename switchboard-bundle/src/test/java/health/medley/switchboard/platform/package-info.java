/** A Felix with the switchboard in it, and bundles made on the fly. */
@NullMarked
package health.medley.switchboard.platform;

import org.jspecify.annotations.NullMarked;
