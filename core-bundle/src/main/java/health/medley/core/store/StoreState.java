package health.medley.core.store;

/** Whether a store answers. */
public enum StoreState {
    /** It reads and commits. */
    READY,
    /** It cannot reach its database, or is just opening it, and tries again by itself. */
    WAITING,
    /** It stopped for good, because it could not be sure of its disk or its content: mend that and start again. */
    FAILED,
    /** It was closed with the platform. */
    CLOSED
}
