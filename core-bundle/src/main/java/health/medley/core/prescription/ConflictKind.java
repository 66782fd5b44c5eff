package health.medley.core.prescription;

/** Kinds of conflict of medications. */
public enum ConflictKind {
    /** The chart has an active order, the list does not. */
    NOT_IN_LIST,
    /** The list has it, the chart has no order of it. */
    NOT_IN_CHART,
    /** The list has it, the chart's last order of it was stopped. */
    STOPPED_IN_CHART,
    /** Two of one substance or class. */
    DUPLICATE,
    /** Two that harm together. */
    INTERACTION,
    /** One to which the patient is allergic. */
    ALLERGY
}
