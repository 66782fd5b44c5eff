/** Tests of the reading of rule bundles. */
@NullMarked
package health.medley.switchboard.internal.rules;

import org.jspecify.annotations.NullMarked;
