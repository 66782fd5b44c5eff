/** care plans: goals, interventions, versions. */
@NullMarked
package health.medley.careplan.internal;

import org.jspecify.annotations.NullMarked;
