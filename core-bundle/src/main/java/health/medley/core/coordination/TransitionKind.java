package health.medley.core.coordination;

/** Which change of care needs a follow-up. */
public enum TransitionKind {
    /** Discharge home from a hospital, skilled nursing facility or the like. */
    DISCHARGE,
    /** A visit to an emergency department without admission. */
    EMERGENCY_VISIT,
    /** A move from one facility to another. */
    TRANSFER
}
