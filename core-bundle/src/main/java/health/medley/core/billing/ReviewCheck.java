package health.medley.core.billing;

/** What an auditor would look for in a month before its claims go. */
public enum ReviewCheck {
    /** A code of the month is billed, or stated as billed, twice for a patient. */
    DUPLICATE_MONTH,
    /** Two practitioners bill care management for one patient. */
    TWO_PRACTITIONERS,
    /** A patient is enrolled in programs that exclude each other in one month. */
    OVERLAPPING_PROGRAMS,
    /** Far more months end within seconds above a threshold of time than just below it. */
    HEAPED_TIMES,
    /** Somebody recorded more hours on a day than a person can work. */
    IMPOSSIBLE_DAY,
    /** Somebody is recorded as working for two patients at the same second. */
    OVERLAPPING_PATIENTS,
    /** A consent was recorded after time that counts because of it. */
    BACKDATED_CONSENT,
    /** A care plan was recorded as being in force earlier than it was written down. */
    BACKDATED_PLAN,
    /** Time was entered long after it was given. */
    LATE_ENTRIES,
    /** A patient's month cannot be decided at all. */
    UNDECIDED
}
