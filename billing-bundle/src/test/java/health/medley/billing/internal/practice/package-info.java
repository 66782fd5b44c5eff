/** Tests of the practice's settings. */
@NullMarked
package health.medley.billing.internal.practice;

import org.jspecify.annotations.NullMarked;
