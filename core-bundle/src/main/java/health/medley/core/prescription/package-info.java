/** Medications: the list of what a patient takes, its conflicts, prescriptions and their way to the pharmacy. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.prescription;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
