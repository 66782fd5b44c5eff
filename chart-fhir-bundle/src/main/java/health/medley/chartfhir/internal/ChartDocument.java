package health.medley.chartfhir.internal;

import health.medley.core.PatientRef;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One patient's chart as it is kept: the facts billing needs in one record, the rest in another. One that is not known
 * was referred to, but its Patient resource has not come yet.
 */
final class ChartDocument {

    /** Whether the patient is known. */
    enum Standing {
        /** The Patient resource has come. */
        KNOWN,
        /** It has not. */
        UNKNOWN,
        /** It has not, and the reference names an identifier or an entry of a Bundle, not an id. */
        UNRESOLVED,
        /** What was here is with another chart now. */
        GIVEN_AWAY;
    }

    final PatientRef patient;
    final String fhirId;
    final Shelves shelves = new Shelves();
    final Set<String> aliases = new LinkedHashSet<>(0);

    /** Members that a newer bundle wrote, by name, as JSON text. */
    final Map<String, String> unknownFacts = new LinkedHashMap<>(0);

    final Map<String, String> unknownDetails = new LinkedHashMap<>(0);

    Standing standing;
    Optional<LocalDate> birth = Optional.empty();
    Optional<LocalDate> death = Optional.empty();

    ChartDocument(PatientRef patient, String fhirId, Standing standing) {
        this.patient = patient;
        this.fhirId = fhirId;
        this.standing = standing;
    }

    /** The chart of somebody of whom nothing was kept before. */
    static ChartDocument of(PatientRef patient, String fhirId) {
        boolean isId = References.conditionalIdentifier(fhirId, "Patient") == null && !fhirId.startsWith("urn:");
        return new ChartDocument(patient, fhirId, isId ? Standing.UNKNOWN : Standing.UNRESOLVED);
    }

    /** Do what a delivery says. */
    void apply(PatientChanges changes) {
        shelves.apply(changes.shelves);
        if (changes.claimed()) {
            standing = Standing.KNOWN;
            birth = changes.birth();
            death = changes.death();
            aliases.clear();
            aliases.addAll(changes.aliases);
        }
    }
}
