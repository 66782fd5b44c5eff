/** Commands that a bundle contributes to the command line. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.command;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
