package health.medley.core.store;

/** What may have been done to a record behind the store's back. */
public enum FlawKind {
    /** The content of a version, or what is said of it, is not what was written. */
    CHANGED,
    /** A version is gone from within a chain. */
    REMOVED,
    /** A version is there that no writer wrote. */
    INSERTED,
    /** The end of a chain is gone. */
    CUT_OFF
}
