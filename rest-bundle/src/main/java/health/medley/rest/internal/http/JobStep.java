package health.medley.rest.internal.http;

import java.util.Map;

/**
 * Says how far a job is.
 *
 * @param done how much is done
 * @param total how much there is; 0 if unknown
 * @param finished whether that was the last step
 * @param result what came of it, by name; no patient data
 */
public record JobStep(long done, long total, boolean finished, Map<String, Object> result) {
    /** Copy the result. */
    public JobStep {
        result = Map.copyOf(result);
    }

    /** A job that was done in one step. */
    public static JobStep finished(Map<String, Object> result) {
        return new JobStep(1, 1, true, result);
    }
}
