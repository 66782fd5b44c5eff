package health.medley.core.careplan;

/** Where a plan stands. */
public enum PlanStatus {
    /** Never approved: nothing is in force. */
    DRAFT,
    /** Its last edition is in force and nothing awaits approval. */
    ACTIVE,
    /** Its last edition is in force and the draft of the next awaits approval. */
    REVISED,
    /** Nothing more is done under it. */
    CLOSED
}
