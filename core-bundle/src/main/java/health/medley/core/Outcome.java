package health.medley.core;

/** What a check found. */
public enum Outcome {
    /** The requirement is met. */
    MET,
    /** The requirement is not met: what it guards may not be billed or done. */
    FAILED,
    /** A person must decide. */
    HOLD,
    /** Nothing is stopped, but somebody should look. */
    WARNING,
    /** Said for the record. */
    NOTE
}
