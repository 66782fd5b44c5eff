package health.medley.core.time;

/** What has become of a timer. */
public enum TimerState {
    /** It runs. */
    RUNNING,
    /** It ran beyond the idle limit: nothing of it is counted until somebody states its end. */
    NEEDS_ATTENTION,
    /** It was stopped; its time is an entry, unless it was none. */
    STOPPED
}
