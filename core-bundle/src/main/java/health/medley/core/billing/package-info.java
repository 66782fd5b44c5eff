/** What may be billed for a patient's month, and why. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.billing;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
