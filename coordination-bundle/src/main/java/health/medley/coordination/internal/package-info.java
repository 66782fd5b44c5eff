/** The time ledger's minute algebra: intervals to the second, each second once. */
@NullMarked
package health.medley.coordination.internal;

import org.jspecify.annotations.NullMarked;
