/** Tests of medication lists and prescriptions. */
@NullMarked
package health.medley.prescription.internal;

import org.jspecify.annotations.NullMarked;
