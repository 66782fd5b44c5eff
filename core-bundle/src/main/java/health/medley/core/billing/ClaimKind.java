package health.medley.core.billing;

/** What a claim is to the payer. */
public enum ClaimKind {
    /** The first for its month (frequency 1). */
    ORIGINAL,
    /** It takes back another claim (frequency 8). */
    VOID,
    /** It stands in the place of a claim that was taken back (frequency 7). */
    REPLACEMENT
}
