package health.medley.core.practice;

/** How a practice is paid, which decides the form of its claims. */
public enum Setting {
    /** Physician fee schedule: professional claims. */
    PFS,
    /** Rural health clinic: institutional claims. */
    RHC,
    /** Federally qualified health center: institutional claims. */
    FQHC
}
