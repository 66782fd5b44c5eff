package health.medley.core.eligibility;

/** How an enrollment stands. */
public enum EnrollmentState {
    /** The patient is enrolled. */
    ACTIVE,
    /** The consent was revoked; effective at the end of that month. */
    REVOKED,
    /** The patient was disenrolled. */
    ENDED
}
