package health.medley.core.eligibility;

import health.medley.core.practice.Consent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hold a consent as it is kept.
 *
 * @param date local day it was given
 * @param form {@code verbal} or {@code signed}; empty if nobody noted it
 * @param items what the patient was told
 * @param takenBy who took it; empty if nobody noted it
 * @param practitionerNpi NPI of the practitioner it names
 * @param recordedAt when it was recorded
 */
public record KeptConsent(
        LocalDate date, String form, Set<String> items, String takenBy, String practitionerNpi, Instant recordedAt) {
    /** Copy the items, in order. */
    public KeptConsent {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(form, "form");
        items = Collections.unmodifiableSet(new TreeSet<>(items));
        Objects.requireNonNull(takenBy, "takenBy");
        Objects.requireNonNull(practitionerNpi, "practitionerNpi");
        Objects.requireNonNull(recordedAt, "recordedAt");
    }

    /** Whether it was recorded on a later day than it was given. */
    public boolean backdated(ZoneId zone) {
        return recordedAt.atZone(zone).toLocalDate().isAfter(date);
    }

    /**
     * This consent as billing reads it.
     *
     * @param billingNpi who bills; a consent that names another says so
     * @param revoked day it was revoked
     */
    Consent consent(String billingNpi, Optional<LocalDate> revoked) {
        Optional<String> other = Optional.of(practitionerNpi).filter(named -> !named.equals(billingNpi));
        return new Consent(Optional.of(date), form, items, revoked, other);
    }
}
