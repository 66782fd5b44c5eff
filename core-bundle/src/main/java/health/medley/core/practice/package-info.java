/** The practice, its enrollments and what it states about one patient's month. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.practice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
