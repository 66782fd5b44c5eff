package health.medley.core.chart;

import health.medley.core.InputProblem;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take charts while a {@link ChartSource} reads them. Called by one thread, only during the call it was given to.
 *
 * @param <R> what the reader makes of them; an immutable value
 */
@ConsumerType
public interface ChartReader<R> {

    /** Take one patient's chart. Charts come in the order of their ids, each patient once. */
    void patient(PatientChart chart);

    /** Take note of something that could not be read; what could be is handed over all the same. */
    void problem(InputProblem problem);

    /** Say how far the reading is, from time to time: bytes read so far of {@code total} (0 if unknown). */
    default void progress(long bytes, long total) {}

    /** Give the result, after the last chart. */
    R result(ChartCounts counts);
}
