/** Rule sets: immutable, named, versioned and hashed data that billing evaluates. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.rules;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
