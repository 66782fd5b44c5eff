package health.medley.core.careplan;

/** In which form a copy of a plan was given. */
public enum CopyForm {
    /** On paper, by hand. */
    PAPER,
    /** By post. */
    POST,
    /** Through the patient portal. */
    PORTAL,
    /** By secure message or e-mail. */
    MESSAGE,
    /** In another form. */
    OTHER
}
