package health.medley.core.prescription;

/** What a pharmacy may say of a prescription. */
public enum PharmacyAnswer {
    /** It will be filled. */
    ACCEPTED,
    /** It will not. */
    REFUSED,
    /** The patient has it. */
    DISPENSED,
    /** Its last day is over. */
    EXPIRED
}
