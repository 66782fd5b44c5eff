package health.medley.core.eligibility;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * State that a patient consented to a program. A consent that lacks something is kept as it is, and said to lack it.
 *
 * @param date local day it was given
 * @param form {@code verbal} or {@code signed}; empty if nobody noted it
 * @param items what the patient was told: of {@code availability}, {@code cost-sharing}, {@code one-practitioner},
 *     {@code right-to-stop}; a program may name others
 * @param takenBy who took it: an account's or a person's name; empty if nobody noted it
 * @param practitionerNpi NPI of the practitioner it names; empty for the enrollment's own
 */
public record ConsentTaken(
        LocalDate date, String form, Set<String> items, String takenBy, Optional<String> practitionerNpi) {
    /** Copy the items, in order; check the form. */
    public ConsentTaken {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(takenBy, "takenBy");
        Objects.requireNonNull(practitionerNpi, "practitionerNpi");
        items = Collections.unmodifiableSet(new TreeSet<>(items));
        if (!form.isEmpty() && !form.equals("verbal") && !form.equals("signed")) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Stating a consent: its form is \"" + form
                            + "\"; expected verbal or signed, or nothing where nobody" + " noted it");
        }
    }
}
