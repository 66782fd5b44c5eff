/** The switchboard seen from outside: leases of a routing, the state of each port. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.ports;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
