package health.medley.core.billing;

import java.util.Objects;

/**
 * Hold one line of codes.
 *
 * @param code CPT or HCPCS code
 * @param modifier modifier it needs, empty for none
 * @param units units, 1 or more
 * @param practitioner who bills it: empty for us, {@code P1} where it must be said that it is us, else another
 */
public record CodeLine(String code, String modifier, int units, String practitioner) {
    /** Check the units. */
    public CodeLine {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(modifier, "modifier");
        Objects.requireNonNull(practitioner, "practitioner");
        if (units < 1) {
            throw new IllegalArgumentException("Code " + code + " with " + units + " units: expected 1 or more");
        }
    }

    /** As written in files: {@code 99490x1}, {@code 99214-25x1}, {@code G0181x1@P2}. */
    @Override
    public String toString() {
        return code
                + (modifier.isEmpty() ? "" : "-" + modifier)
                + "x"
                + units
                + (practitioner.isEmpty() ? "" : "@" + practitioner);
    }
}
