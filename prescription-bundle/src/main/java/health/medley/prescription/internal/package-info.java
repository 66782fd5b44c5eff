/** prescriptions: medication list, refills, reconciliation. */
@NullMarked
package health.medley.prescription.internal;

import org.jspecify.annotations.NullMarked;
