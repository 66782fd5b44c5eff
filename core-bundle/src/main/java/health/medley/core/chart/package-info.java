/** The chart as the EHR keeps it: patients with their conditions, encounters and cover. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.chart;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
