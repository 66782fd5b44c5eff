package health.medley.core.eligibility;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take enrollments while an {@link EnrollmentService} reads them. Called by one thread, only during the call it was
 * given to; it calls no port meanwhile.
 *
 * @param <R> what the reader makes of them; an immutable value
 */
@ConsumerType
public interface EnrollmentReader<R> {

    /**
     * Take one enrollment.
     *
     * @return whether to go on
     */
    boolean take(EnrolledProgram enrollment);

    /** Give the result, after the last enrollment. */
    R result();
}
