package health.medley.chartfhir.internal;

/** The fields of resources that are read, as bits of a set. */
final class Field {

    static final int RESOURCE_TYPE = 1;
    static final int ID = 1 << 1;
    static final int SUBJECT = 1 << 2;
    static final int BENEFICIARY = 1 << 3;
    static final int CODE = 1 << 4;
    static final int ONSET = 1 << 5;
    static final int RECORDED = 1 << 6;
    static final int ABATEMENT = 1 << 7;
    static final int VERIFICATION = 1 << 8;
    static final int PERIOD = 1 << 9;
    static final int PARTICIPANT = 1 << 10;
    static final int STATUS = 1 << 11;
    static final int TYPE = 1 << 12;
    static final int IDENTIFIER = 1 << 13;
    static final int BIRTH = 1 << 14;
    static final int DECEASED = 1 << 15;
    static final int ENTRY = 1 << 16;

    /** All that billing needs: what is read while the type is not known yet. */
    static final int ALL = (1 << 17) - 1;

    static final int PATIENT = 1 << 17;
    static final int MEDICATION = 1 << 18;
    static final int MEDICATION_REFERENCE = 1 << 19;
    static final int AUTHORED = 1 << 20;
    static final int DOSAGE_INSTRUCTION = 1 << 21;
    static final int DOSAGE = 1 << 22;
    static final int CLINICAL = 1 << 23;
    static final int CRITICALITY = 1 << 24;
    static final int EFFECTIVE = 1 << 25;
    static final int ASSERTED = 1 << 26;

    /** All that care needs, too: what is read for it while the type is not known yet. */
    static final int ALL_FOR_CARE = (1 << 27) - 1;

    /** Only the type: what is read of a resource that nobody needs. */
    static final int NONE_BUT_TYPE = RESOURCE_TYPE;

    private Field() {}

    /** The bit of a field's name; 0 if it is not read. */
    static int of(String name) {
        return switch (name) {
            case "resourceType" -> RESOURCE_TYPE;
            case "id" -> ID;
            case "subject" -> SUBJECT;
            case "beneficiary" -> BENEFICIARY;
            case "code" -> CODE;
            case "onsetDateTime" -> ONSET;
            case "recordedDate" -> RECORDED;
            case "abatementDateTime" -> ABATEMENT;
            case "verificationStatus" -> VERIFICATION;
            case "period" -> PERIOD;
            case "participant" -> PARTICIPANT;
            case "status" -> STATUS;
            case "type" -> TYPE;
            case "identifier" -> IDENTIFIER;
            case "birthDate" -> BIRTH;
            case "deceasedDateTime" -> DECEASED;
            case "entry" -> ENTRY;
            default -> forCare(name);
        };
    }

    private static int forCare(String name) {
        return switch (name) {
            case "patient" -> PATIENT;
            case "medicationCodeableConcept" -> MEDICATION;
            case "medicationReference" -> MEDICATION_REFERENCE;
            case "authoredOn" -> AUTHORED;
            case "dosageInstruction" -> DOSAGE_INSTRUCTION;
            case "dosage" -> DOSAGE;
            case "clinicalStatus" -> CLINICAL;
            case "criticality" -> CRITICALITY;
            case "effectiveDateTime" -> EFFECTIVE;
            case "dateAsserted" -> ASSERTED;
            default -> 0;
        };
    }
}
