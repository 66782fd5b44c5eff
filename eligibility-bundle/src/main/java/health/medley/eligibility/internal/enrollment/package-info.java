/** Who is enrolled in which program and with whose consent, kept in the record. */
@NullMarked
package health.medley.eligibility.internal.enrollment;

import org.jspecify.annotations.NullMarked;
