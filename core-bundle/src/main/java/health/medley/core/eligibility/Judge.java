package health.medley.core.eligibility;

/** Whose word made a code chronic or not. */
public enum Judge {
    /** The platform's list of chronic conditions, which only suggests. */
    PLATFORM,
    /** A clinician's override for this patient. */
    CLINICIAN
}
