/** Who qualifies for a care program, with the evidence. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.eligibility;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
