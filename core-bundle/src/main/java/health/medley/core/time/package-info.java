/** Time given to a patient, counted to the second, each second once. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.time;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
