/** What every contract speaks: callers, errors, findings, and the units of care and money. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
