package health.medley.core.practice;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Hold a patient's consent to a care program.
 *
 * @param date local day it was given; empty if there is none
 * @param form {@code verbal} or {@code signed}; empty if there is none
 * @param items what the patient was told: of {@code availability}, {@code cost-sharing}, {@code one-practitioner},
 *     {@code right-to-stop}; a program may name others
 * @param revoked local day it was revoked; empty if it stands
 * @param otherPractitioner NPI of the practitioner it names, where that is not the enrollment's; empty otherwise
 */
public record Consent(
        Optional<LocalDate> date,
        String form,
        Set<String> items,
        Optional<LocalDate> revoked,
        Optional<String> otherPractitioner) {
    /** Copy the items. */
    public Consent {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(form, "form");
        items = Set.copyOf(items);
        Objects.requireNonNull(revoked, "revoked");
        Objects.requireNonNull(otherPractitioner, "otherPractitioner");
    }

    /** Hold a consent that names the enrollment's practitioner. */
    public Consent(Optional<LocalDate> date, String form, Set<String> items, Optional<LocalDate> revoked) {
        this(date, form, items, revoked, Optional.empty());
    }
}
