package health.medley.core.billing;

/** How the answer to a case compares with what the case expects. */
public enum CaseVerdict {
    /** Status, codes and reason are those expected. */
    MATCH,
    /** One of them is not. */
    DIFFER,
    /** The case is marked doubtful: it is shown, not judged. */
    DOUBTFUL,
    /** The case expects nothing. */
    NOT_JUDGED,
    /** The row could not be read. */
    UNREADABLE
}
