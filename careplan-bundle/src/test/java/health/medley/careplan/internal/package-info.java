/** Tests of care plans. */
@NullMarked
package health.medley.careplan.internal;

import org.jspecify.annotations.NullMarked;
