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
    MEDICATION_REQUEST("MedicationRequest", Field.SUBJECT),
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

    ResourceKind(String resourceType, int fields) {
        this.resourceType = resourceType;
        this.fields = fields | Field.RESOURCE_TYPE | Field.ID;
    }

    /** The type's name in FHIR. */
    String resourceType() {
        return resourceType;
    }

    /** The fields to read of it. */
    int fields() {
        return fields;
    }

    /** The kind of a FHIR type; null if nobody needs that type. */
    static @Nullable ResourceKind of(String resourceType) {
        return BY_NAME.get(resourceType);
    }
}
