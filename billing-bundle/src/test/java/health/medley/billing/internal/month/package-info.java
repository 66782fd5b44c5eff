/** Tests of months: a small practice whose record is in memory. */
@NullMarked
package health.medley.billing.internal.month;

import org.jspecify.annotations.NullMarked;
