package health.medley.core.prescription;

/** How grave a conflict of medications is. */
public enum ConflictSeverity {
    /** May kill or injure; as a rule not to be taken together. */
    SEVERE,
    /** Needs watching or another dose. */
    MODERATE,
    /** A matter of the record: the list and the chart must agree. */
    RECORD
}
