package health.medley.core.coordination;

/** What has become of a transition of care. */
public enum TransitionState {
    /** Steps of its follow-up are still to be done. */
    OPEN,
    /** Every step was done. */
    FOLLOWED_UP,
    /** It was closed with a reason before every step was done. */
    CLOSED
}
