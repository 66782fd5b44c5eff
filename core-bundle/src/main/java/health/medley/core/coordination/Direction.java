package health.medley.core.coordination;

/** Which way a message or call went. */
public enum Direction {
    /** From the patient or caregiver. */
    INBOUND,
    /** To the patient or caregiver. */
    OUTBOUND
}
