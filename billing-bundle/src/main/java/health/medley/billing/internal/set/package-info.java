/** The best lawful set of what several services could bill for one patient's month: an exact search, without rules. */
@NullMarked
package health.medley.billing.internal.set;

import org.jspecify.annotations.NullMarked;
