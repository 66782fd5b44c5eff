package health.medley.chartfhir.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a delivery says about practitioners; one without an NPI is of no use and taken out. */
final class PractitionerChanges {

    /**
     * What was read of a Practitioner.
     *
     * @param id its id; empty if it has none
     * @param url what the Bundle calls it; empty if it came in none
     * @param identifiers its identifiers, {@code system|value}
     */
    record Practitioner(String id, String url, List<String> identifiers) {
        /** The name it is kept under. */
        String key() {
            return id.isEmpty() ? identifiers.get(0) : id;
        }
    }

    private final Map<String, Optional<Practitioner>> changes = new LinkedHashMap<>();

    void put(String id, @Nullable String url, List<String> identifiers) {
        boolean useful = identifiers.stream().anyMatch(identifier -> PractitionerIndex.npiOf(identifier) != null);
        Practitioner practitioner = new Practitioner(id, url == null ? "" : url, List.copyOf(identifiers));
        if (useful) {
            changes.put(practitioner.key(), Optional.of(practitioner));
        } else if (!id.isEmpty()) {
            changes.put(id, Optional.empty());
        }
    }

    Map<String, Optional<Practitioner>> byKey() {
        return changes;
    }
}
