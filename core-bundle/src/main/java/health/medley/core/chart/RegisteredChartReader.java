package health.medley.core.chart;

import health.medley.core.PatientRef;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take charts while a {@link ChartRegister} reads them. Called by one thread, only during the call it was given to; it
 * calls no port meanwhile.
 *
 * @param <R> what the reader makes of them; an immutable value
 */
@ConsumerType
public interface RegisteredChartReader<R> {

    /** Take one patient's chart. Charts come in the order of their references, each patient once. */
    void chart(PatientRef patient, PatientChart chart);

    /** Give the result, after the last chart. */
    R result();
}
