package health.medley.core;

/** What a caller may be allowed to do. A contract's method names the one it needs with {@link Requires}. */
public enum Permission {
    /** Read charts, enrollments and time. */
    READ_CARE,
    /** Record or change enrollments, plans and time. */
    WRITE_CARE,
    /** Approve a care plan, sign a prescription. */
    APPROVE_CARE,
    /** Compute and read what may be billed. */
    READ_BILLING,
    /** Close and correct months. */
    WRITE_BILLING,
    /** Read which bundles and rules are active, and why. */
    READ_PLATFORM,
    /** Read who did what, and verify the chain of the record. */
    READ_AUDIT,
    /** Stage, activate and roll back bundles and rules; keep practices, accounts and backups. */
    ADMINISTER_PLATFORM
}
