package health.medley.core.prescription;

/** Where an entry of a medication list comes from. */
public enum MedicationOrigin {
    /** The chart has it and a person took it over. */
    CHART,
    /** The patient says so. */
    PATIENT,
    /** A prescription signed here. */
    PRESCRIPTION
}
