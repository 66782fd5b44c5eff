package health.medley.core.practice;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold the face-to-face visit that started a program, as the practice states it.
 *
 * @param code CPT or HCPCS code of the visit
 * @param day local day of the visit
 * @param npi NPI of who made it; empty for the enrollment's own practitioner
 */
public record InitiatingVisit(String code, LocalDate day, Optional<String> npi) {
    /** Check that no part is null. */
    public InitiatingVisit {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(npi, "npi");
    }
}
