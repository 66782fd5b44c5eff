package health.medley.core.careplan;

/** What was done to a plan in a month, the strongest first. */
public enum PlanAction {
    /** Its first edition was approved. */
    ESTABLISHED,
    /** A further edition was approved. */
    REVISED,
    /** What it plans was carried out. */
    IMPLEMENTED,
    /** Its goals were looked after. */
    MONITORED
}
