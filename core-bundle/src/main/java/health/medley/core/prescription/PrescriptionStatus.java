package health.medley.core.prescription;

/** Where a prescription stands. */
public enum PrescriptionStatus {
    /** Written, not signed. */
    DRAFT,
    /** Signed by a practitioner, not sent. */
    SIGNED,
    /** Sent to a pharmacy that has not answered. */
    SENT,
    /** The pharmacy will fill it. */
    ACCEPTED,
    /** The pharmacy will not. */
    REFUSED,
    /** The patient has it. */
    DISPENSED,
    /** More was asked for than was allowed. */
    REFILL_REQUESTED,
    /** More was approved, and is not sent yet. */
    REFILL_APPROVED,
    /** More was denied. */
    REFILL_DENIED,
    /** Withdrawn. */
    CANCELLED,
    /** Its last day is over. */
    EXPIRED
}
