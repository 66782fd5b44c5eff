package health.medley.core.prescription;

import java.util.Locale;
import java.util.Objects;

/**
 * Name a medication.
 *
 * @param system URI of the code system, for example {@code http://www.nlm.nih.gov/research/umls/rxnorm}; empty if it
 *     has no code
 * @param code the code; empty if it has none
 * @param name what people call it
 */
public record MedicationCode(String system, String code, String name) {
    /** Check that there is a code or a name. */
    public MedicationCode {
        Objects.requireNonNull(system, "system");
        if (code.isBlank() && name.isBlank()) {
            throw new IllegalArgumentException("A medication needs a code or a name");
        }
    }

    /** What one medication is told from another by: system and code, else the name in small letters. */
    public String key() {
        return code.isBlank() ? name.strip().toLowerCase(Locale.ROOT) : system + "|" + code;
    }
}
