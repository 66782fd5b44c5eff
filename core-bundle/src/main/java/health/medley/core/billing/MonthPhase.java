package health.medley.core.billing;

/** How far a practice's month is. */
public enum MonthPhase {
    /** Determinations are computed when asked and kept nowhere. */
    OPEN,
    /** Some patients are closed, the rest is not: calling {@code close} again goes on. */
    CLOSING,
    /** Determinations are frozen and claims drafted; only void and replacement change them. */
    CLOSED,
    /** Somebody opened the closed month again, with a reason; closing it again replaces what changed. */
    REOPENED
}
