/** Reading of rule bundles: from a jar, a folder or an installed bundle, checked for their form. */
@NullMarked
package health.medley.switchboard.internal.rules;

import org.jspecify.annotations.NullMarked;
