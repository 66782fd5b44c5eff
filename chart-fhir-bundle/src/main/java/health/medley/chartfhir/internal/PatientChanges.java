package health.medley.chartfhir.internal;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a delivery says about one patient, or about somebody referred to whose Patient resource has not come. */
final class PatientChanges {

    final Shelves shelves = new Shelves();
    final Set<String> aliases = new LinkedHashSet<>(0);
    private boolean claimed;
    private Optional<LocalDate> birth = Optional.empty();
    private Optional<LocalDate> death = Optional.empty();

    /** Take the Patient resource. */
    void claim(Optional<LocalDate> born, Optional<LocalDate> died) {
        claimed = true;
        birth = born;
        death = died;
    }

    /** Whether the Patient resource has come. */
    boolean claimed() {
        return claimed;
    }

    Optional<LocalDate> birth() {
        return birth;
    }

    Optional<LocalDate> death() {
        return death;
    }

    /** Take over what was said about the same patient under another name. */
    void adopt(PatientChanges other) {
        shelves.apply(other.shelves);
        aliases.addAll(other.aliases);
        if (other.claimed) {
            claim(other.birth, other.death);
        }
    }
}
