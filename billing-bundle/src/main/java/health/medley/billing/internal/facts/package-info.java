/** The facts of a patient's month or of a case. */
@NullMarked
package health.medley.billing.internal.facts;

import org.jspecify.annotations.NullMarked;
