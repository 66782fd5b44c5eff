package health.medley.core.coordination;

/** A step of the follow-up of a transition of care. */
public enum FollowUpStep {
    /** Interactive contact with the patient or caregiver. */
    CONTACT,
    /** A face-to-face visit. */
    VISIT,
    /** The documents of the stay were obtained, and the care plan sent where it is needed. */
    DOCUMENTS
}
