package health.medley.core.careplan;

/** On which side of its quantity a goal lies. */
public enum GoalBound {
    /** Less than the quantity. */
    BELOW,
    /** The quantity or less. */
    AT_MOST,
    /** The quantity or more. */
    AT_LEAST,
    /** More than the quantity. */
    ABOVE
}
