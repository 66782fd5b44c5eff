/** Coordination of care: messages and calls, transitions with their follow-up, tasks, and round-the-clock access. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.coordination;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
