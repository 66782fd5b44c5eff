/** The record: versions of JSON documents that are appended and never overwritten, and the chain that proves it. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.store;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
