package health.medley.core.time;

/** In which role time was given. */
public enum TimeRole {
    /** Clinical staff under the practitioner's direction. */
    STAFF,
    /** A practitioner personally. */
    PRACTITIONER,
    /** Work that is not clinical. */
    CLERICAL
}
