package health.medley.core.coordination;

/** What has become of a task. */
public enum TaskState {
    /** It is to be done. */
    OPEN,
    /** It was done. */
    DONE,
    /** It was given up. */
    CANCELLED
}
