package health.medley.core.referral;

/** Where a referral stands on its way to the closed loop. */
public enum ReferralState {
    /** Written, not sent yet. */
    REQUESTED,
    /** Sent; the receiver has not answered. */
    SENT,
    /** The receiver takes the patient. */
    ACCEPTED,
    /** The receiver does not take the patient. */
    DECLINED,
    /** The patient has an appointment. */
    SCHEDULED,
    /** The patient was seen; the report is awaited. */
    COMPLETED,
    /** The report is there; nobody has reviewed it. */
    REPORT_RECEIVED,
    /** The report was reviewed; the patient is to be told. */
    REVIEWED,
    /** The loop is closed. */
    CLOSED,
    /** It was given up. */
    CANCELLED;

    /** Whether nothing more is awaited; a report that comes late after all may still be received by one that was closed. */
    public boolean ended() {
        return this == CLOSED || this == CANCELLED;
    }
}
