/** What holds whatever a rule says. */
@NullMarked
package health.medley.billing.internal.kernel;

import org.jspecify.annotations.NullMarked;
