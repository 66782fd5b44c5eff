package health.medley.core.time;

/** Why an interval, or a part of one, does not count. One interval part has one reason: the first that applies. */
public enum TimeExclusion {
    /** Given for another program. */
    OTHER_PROGRAM,
    /** Clerical work. */
    NONCLINICAL,
    /** Given by a practitioner other than the enrollment's. */
    OTHER_PRACTITIONER,
    /** Outside the month in the practice's zone. */
    OTHER_MONTH,
    /** After the end of the day of death. */
    AFTER_DEATH,
    /** Before the consent, or without one. */
    BEFORE_CONSENT,
    /** After a revocation, where the rules stop counting there. */
    AFTER_REVOCATION,
    /** During a stay whose payer is paid for the care. */
    DURING_STAY
}
