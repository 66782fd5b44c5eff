/** Deciding what may be billed: facts, the plan of the month's rules, the kernel, the answer. */
@NullMarked
package health.medley.billing.internal;

import org.jspecify.annotations.NullMarked;
