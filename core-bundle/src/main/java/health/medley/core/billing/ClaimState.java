package health.medley.core.billing;

/** How a claim stands. */
public enum ClaimState {
    /** A person must decide whether it goes. */
    HELD,
    /** It is ready to go. */
    DRAFTED,
    /** A person decided that it does not go. */
    REJECTED,
    /** It was taken back: by a void where it may have gone, by itself where it had not. Nothing changes any more. */
    VOIDED
}
