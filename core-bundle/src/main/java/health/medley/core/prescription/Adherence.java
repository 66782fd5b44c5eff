package health.medley.core.prescription;

/** How a patient keeps to a medication. */
public enum Adherence {
    /** As directed. */
    AS_DIRECTED,
    /** Misses doses. */
    MISSES_DOSES,
    /** Takes it otherwise than directed. */
    OTHERWISE,
    /** Does not take it. */
    NOT_TAKEN
}
