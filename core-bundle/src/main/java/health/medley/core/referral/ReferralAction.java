package health.medley.core.referral;

/** What can be done with a referral, beside sending it. */
public enum ReferralAction {
    /** The receiver takes the patient. */
    ACCEPT,
    /** The receiver does not take the patient, or no longer; needs a note. */
    DECLINE,
    /** Ask another receiver after a refusal; needs the recipient. */
    REDIRECT,
    /** Make the appointment, or another; needs the appointment. */
    SCHEDULE,
    /** The patient was seen. */
    COMPLETE,
    /** The report came, or an addendum; needs the report. */
    RECEIVE_REPORT,
    /** Somebody reviewed the report. */
    REVIEW,
    /** Close the loop; needs a note unless the report was reviewed. */
    CLOSE,
    /** Give it up; needs a note. */
    CANCEL
}
