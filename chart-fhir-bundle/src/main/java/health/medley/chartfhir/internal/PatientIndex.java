package health.medley.chartfhir.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the patient a reference means, in whatever form and order references and Patient resources come. References by
 * identifier are settled at the end, when every identifier is known; one that fits two patients means neither.
 */
final class PatientIndex {

    private static final String PATIENT = "Patient";

    private final Set<String> asked;
    private final PatientFacts discarded = PatientFacts.discarded();
    private final PatientFacts ambiguous = PatientFacts.discarded();

    private final Map<String, PatientFacts> byId = new HashMap<>();
    private final Map<String, PatientFacts> byUrl = new HashMap<>();
    private final Map<String, PatientFacts> byIdentifier = new HashMap<>();
    private final Map<String, PatientFacts> byReference = new HashMap<>();
    private final Map<String, PatientFacts> pending = new LinkedHashMap<>();
    private final List<PatientFacts> lost = new ArrayList<>();

    /** Keep the facts of the patients {@code asked} for; of all if it is empty. */
    PatientIndex(Set<String> asked) {
        this.asked = asked;
    }

    /** The facts a Patient resource belongs to. */
    PatientFacts patient(String id, @Nullable String fullUrl, List<String> identifiers) {
        PatientFacts facts = byId(id);
        if (fullUrl != null) {
            put(byUrl, fullUrl, facts);
        }
        for (String identifier : identifiers) {
            put(byIdentifier, identifier, facts);
        }
        return facts;
    }

    private void put(Map<String, PatientFacts> map, String key, PatientFacts facts) {
        PatientFacts other = map.putIfAbsent(key, facts);
        if (other != null && other != facts) {
            map.put(key, ambiguous);
        }
    }

    private PatientFacts byId(String id) {
        if (asked.isEmpty() || asked.contains(id)) {
            return byId.computeIfAbsent(id, any -> PatientFacts.kept());
        }
        return discarded;
    }

    /** The facts that a resource with this reference belongs to. */
    PatientFacts referred(String reference) {
        PatientFacts known = byReference.get(reference);
        if (known == null) {
            known = resolve(reference);
            byReference.put(reference, known);
        }
        return known;
    }

    private PatientFacts resolve(String reference) {
        String id = References.literalId(reference, PATIENT);
        if (id != null) {
            return byId(id);
        }
        PatientFacts named = byUrl.get(reference);
        if (named != null && named != ambiguous) {
            return named;
        }
        return pending.computeIfAbsent(reference, any -> PatientFacts.kept());
    }

    /** Settle what could not be settled before the last file was read. */
    void settle() {
        pending.forEach((reference, facts) -> {
            PatientFacts patient = late(reference);
            if (patient == null || patient == ambiguous) {
                lost.add(facts);
            } else {
                patient.adopt(facts);
            }
        });
        pending.clear();
    }

    private @Nullable PatientFacts late(String reference) {
        String identifier = References.conditionalIdentifier(reference, PATIENT);
        if (identifier != null) {
            return byIdentifier.get(identifier);
        }
        PatientFacts named = byUrl.get(reference);
        if (named == null && References.isUrn(reference)) {
            String id = References.urnId(reference);
            return asked.isEmpty() || asked.contains(id) ? byId.get(id) : discarded;
        }
        return named;
    }

    /** The ids of the patients in the chart, sorted. */
    List<String> ids() {
        return byId.entrySet().stream()
                .filter(entry -> entry.getValue().known())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Take a patient's facts out. */
    PatientFacts take(String id) {
        PatientFacts facts = byId.remove(id);
        if (facts == null) {
            throw new IllegalArgumentException("No facts under an id of ids()");
        }
        return facts;
    }

    /** Facts that belong to nobody in the chart, once all is settled. */
    List<PatientFacts> orphans() {
        List<PatientFacts> orphans = new ArrayList<>();
        byId.values().stream().filter(facts -> !facts.known()).forEach(orphans::add);
        // whose they are cannot be told from the names of a few patients
        if (asked.isEmpty()) {
            orphans.addAll(lost);
        }
        return orphans;
    }
}
