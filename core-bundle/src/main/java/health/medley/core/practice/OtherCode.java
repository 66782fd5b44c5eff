package health.medley.core.practice;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Hold a code that is already on a claim, or on its way, for the month.
 *
 * @param code CPT or HCPCS code
 * @param practitioner who bills it: {@code P1} or the enrollment's NPI is us, anything else another practitioner
 */
public record OtherCode(String code, String practitioner) {

    /** The practitioner that means us. */
    public static final String US = "P1";

    private static final Pattern CODE = Pattern.compile("[0-9A-Z]\\d{3}[0-9A-Z]");

    /** Check that no part is null. */
    public OtherCode {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(practitioner, "practitioner");
    }

    /**
     * Read {@code CODE} or {@code CODE@PRACTITIONER}; without a practitioner it is us.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static OtherCode parse(String text) {
        int at = text.indexOf('@');
        String code = at < 0 ? text : text.substring(0, at);
        String practitioner = at < 0 ? US : text.substring(at + 1);
        if (!CODE.matcher(code).matches() || practitioner.isBlank()) {
            throw new IllegalArgumentException("expected CODE or CODE@PRACTITIONER, for example 99457@P1");
        }
        return new OtherCode(code, practitioner);
    }

    /** As written in files: {@code 99457@P1}. */
    @Override
    public String toString() {
        return code + "@" + practitioner;
    }
}
