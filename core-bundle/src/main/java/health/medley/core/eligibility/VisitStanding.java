package health.medley.core.eligibility;

/** How the initiating visit stands. */
public enum VisitStanding {
    /** The practice states one that counts. */
    STATED,
    /** The practice states none, but the chart has an encounter with the practitioner in the year before consent. */
    SEEN_IN_CHART,
    /** The stated visit's code is not one that may start the program. */
    WRONG_TYPE,
    /** The stated visit was made by another practitioner. */
    OTHER_PRACTITIONER,
    /** There is none, or the stated one is too old or too late. */
    NONE
}
