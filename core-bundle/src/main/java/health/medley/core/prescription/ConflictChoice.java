package health.medley.core.prescription;

/** How a conflict of medications can be settled. */
public enum ConflictChoice {
    /** Take it from the chart into the list. */
    ADD,
    /** Leave it out of the list: the patient does not take it. */
    LEAVE_OUT,
    /** Keep it in the list all the same. */
    KEEP,
    /** It is taken no longer. */
    STOP
}
