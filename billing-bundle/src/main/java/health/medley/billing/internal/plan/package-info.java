/** The plan compiled from a rule set, and its evaluation. */
@NullMarked
package health.medley.billing.internal.plan;

import org.jspecify.annotations.NullMarked;
