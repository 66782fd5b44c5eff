package health.medley.core.referral;

/** How soon a referral is needed; its deadlines follow from it. */
public enum ReferralUrgency {
    /** In the usual time. */
    ROUTINE,
    /** Sooner than usual. */
    URGENT,
    /** At once. */
    STAT
}
