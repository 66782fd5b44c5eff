/** Strict reading of rule files, with the place of every mistake. */
@NullMarked
package health.medley.billing.internal.reading;

import org.jspecify.annotations.NullMarked;
