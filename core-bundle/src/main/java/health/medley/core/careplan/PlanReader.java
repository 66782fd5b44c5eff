package health.medley.core.careplan;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take plans while {@link CarePlanService#inForce} reads them. Called by one thread, only during the call.
 *
 * @param <R> what the reader makes of them; an immutable value
 */
@ConsumerType
public interface PlanReader<R> {

    /** Take what is in force for one patient and program; each once. */
    void plan(PlanInForce plan);

    /** Give the result, after the last. */
    R result();
}
