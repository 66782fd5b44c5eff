/** Who qualifies for a care program, told from the chart and the enrollment, with evidence. */
@NullMarked
package health.medley.eligibility.internal;

import org.jspecify.annotations.NullMarked;
