package health.medley.chartfhir.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resource types that are read, and which of their fields. */
enum ResourceKind {
    PATIENT("Patient", Field.BIRTH | Field.DECEASED | Field.IDENTIFIER),
    CONDITION(
            "Condition",
            Field.SUBJECT | Field.CODE | Field.ONSET | Field.RECORDED | Field.ABATEMENT | Field.VERIFICATION),
    ENCOUNTER("Encounter", Field.SUBJECT | Field.PERIOD | Field.PARTICIPANT | Field.STATUS),
    MEDICATION_REQUEST(
            "MedicationRequest",
            Field.SUBJECT,
            Field.STATUS | Field.MEDICATION | Field.MEDICATION_REFERENCE | Field.AUTHORED | Field.DOSAGE_INSTRUCTION),
    MEDICATION_STATEMENT(
            "MedicationStatement",
            0,
            Field.SUBJECT
                    | Field.STATUS
                    | Field.MEDICATION
                    | Field.MEDICATION_REFERENCE
                    | Field.EFFECTIVE
                    | Field.ASSERTED
                    | Field.DOSAGE),
    ALLERGY_INTOLERANCE(
            "AllergyIntolerance",
            0,
            Field.PATIENT
                    | Field.CODE
                    | Field.ONSET
                    | Field.RECORDED
                    | Field.VERIFICATION
                    | Field.CLINICAL
                    | Field.CRITICALITY),
    COVERAGE("Coverage", Field.BENEFICIARY | Field.STATUS | Field.TYPE | Field.PERIOD),
    PRACTITIONER("Practitioner", Field.IDENTIFIER),
    CARE_PLAN("CarePlan", Field.SUBJECT),
    BUNDLE("Bundle", Field.ENTRY);

    private static final Map<String, ResourceKind> BY_NAME = new HashMap<>();

    static {
        for (ResourceKind kind : values()) {
            BY_NAME.put(kind.resourceType, kind);
        }
    }

    private final String resourceType;
    private final int fields;
    private final int fieldsForCare;

    ResourceKind(String resourceType, int fields) {
        this(resourceType, fields, 0);
    }

    ResourceKind(String resourceType, int fields, int moreForCare) {
        this.resourceType = resourceType;
        // of no field is only asked for care
        this.fields = fields == 0 ? 0 : fields | Field.RESOURCE_TYPE | Field.ID;
        this.fieldsForCare = fields | moreForCare | Field.RESOURCE_TYPE | Field.ID;
    }

    /** The type's name in FHIR. */
    String resourceType() {
        return resourceType;
    }

    /** The name of the field that refers to the patient. */
    String patientField() {
        if (this == COVERAGE) {
            return "beneficiary";
        }
        return this == ALLERGY_INTOLERANCE ? "patient" : "subject";
    }

    /** The fields to read of it, for care too or for billing only. */
    int fields(boolean forCare) {
        return forCare ? fieldsForCare : fields;
    }

    /** The kind of a FHIR type; null if nobody needs that type. */
    static @Nullable ResourceKind of(String resourceType, boolean forCare) {
        ResourceKind kind = BY_NAME.get(resourceType);
        return kind == null || kind.fields(forCare) == 0 ? null : kind;
    }
}
