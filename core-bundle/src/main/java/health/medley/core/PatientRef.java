package health.medley.core;

/**
 * Refer to a patient by Medley's own random reference, which says nothing about the patient and may stand in URLs.
 *
 * @param value {@code p} and 26 letters or digits, lower case
 */
public record PatientRef(String value) implements Comparable<PatientRef> {

    private static final int LENGTH = 27;

    /** Check the form. */
    public PatientRef {
        if (!wellFormed(value)) {
            // the value is not repeated: it may be a patient's id in the EHR
            throw new IllegalArgumentException("A patient reference is \"p\" and 26 letters or digits");
        }
    }

    // read with every record of a patient, hundreds of thousands when a month is closed: no pattern
    private static boolean wellFormed(String value) {
        if (value.length() != LENGTH || value.charAt(0) != 'p') {
            return false;
        }
        for (int i = 1; i < LENGTH; i++) {
            char one = value.charAt(i);
            if ((one < 'a' || one > 'z') && (one < '0' || one > '9')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(PatientRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
