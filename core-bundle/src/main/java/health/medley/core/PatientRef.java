package health.medley.core;

import java.util.regex.Pattern;

/**
 * Refer to a patient by Medley's own random reference, which says nothing about the patient and may stand in URLs.
 *
 * @param value {@code p} and 26 letters or digits, lower case
 */
public record PatientRef(String value) implements Comparable<PatientRef> {

    private static final Pattern FORM = Pattern.compile("p[a-z0-9]{26}");

    /** Check the form. */
    public PatientRef {
        if (!FORM.matcher(value).matches()) {
            // the value is not repeated: it may be a patient's id in the EHR
            throw new IllegalArgumentException("A patient reference is \"p\" and 26 letters or digits");
        }
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
