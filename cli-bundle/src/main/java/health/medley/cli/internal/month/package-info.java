/** A practice's month from its files to its results, through the ports. */
@NullMarked
package health.medley.cli.internal.month;

import org.jspecify.annotations.NullMarked;
