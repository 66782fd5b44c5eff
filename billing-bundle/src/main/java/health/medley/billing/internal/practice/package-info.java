/** Keeps what is said of the practice. */
@NullMarked
package health.medley.billing.internal.practice;

import org.jspecify.annotations.NullMarked;
