package health.medley.core.billing;

/** What becomes of a patient's month. */
public enum Status {
    /** The claim goes with the codes. */
    BILL,
    /** A person must decide; the codes are those that go if the person says yes. */
    HOLD,
    /** Nothing of ours is billable. */
    NO_BILL,
    /** No installed rules know the program in that month. */
    UNKNOWN
}
