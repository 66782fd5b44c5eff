package health.medley.store.internal.database;

/** What an error of a database means for what was being done. */
public enum Failure {
    /** Another writer came between: nothing was committed, the same may succeed when done again. */
    CONFLICT,
    /** This was not written, and nothing is in doubt; the next may be (a full disk, a read-only directory). */
    REFUSED,
    /** The connection is gone; whether a commit under way was done must be looked up after reconnecting. */
    LOST,
    /** What is on disk is no longer sure: nothing may be acknowledged any more. */
    FATAL
}
