/** The comprehensive care plan: its elements, its editions, who approved them and who has a copy. */
@Export
@Version("1.0.0")
@NullMarked
package health.medley.core.careplan;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
