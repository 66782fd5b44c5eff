package health.medley.core.careplan;

/** To whom a copy of a plan was given. */
public enum CopyRecipient {
    /** The patient. */
    PATIENT,
    /** A caregiver of the patient. */
    CAREGIVER
}
