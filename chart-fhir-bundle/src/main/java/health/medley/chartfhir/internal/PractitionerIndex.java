package health.medley.chartfhir.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the NPI of a practitioner referred to. Asked only after the last file, so that their order does not matter. */
final class PractitionerIndex {

    static final String PRACTITIONER = "Practitioner";
    private static final List<String> NPI_SYSTEMS =
            List.of("http://hl7.org/fhir/sid/us-npi|", "urn:oid:2.16.840.1.113883.4.6|");

    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> byUrl = new HashMap<>();
    private final Map<String, String> byIdentifier = new HashMap<>();
    private final Map<List<String>, List<String>> lists = new HashMap<>();
    private final Map<List<String>, Set<String>> resolved = new HashMap<>();

    /** Take a Practitioner resource, its id empty if it has none; one without an NPI is of no use. */
    void practitioner(String id, @Nullable String fullUrl, List<String> identifiers) {
        String npi = firstNpi(identifiers);
        if (npi == null) {
            return;
        }
        if (!id.isEmpty()) {
            byId.putIfAbsent(id, npi);
        }
        if (fullUrl != null) {
            byUrl.putIfAbsent(fullUrl, npi);
        }
        for (String identifier : identifiers) {
            byIdentifier.putIfAbsent(identifier, npi);
        }
    }

    /** One immutable list for equal lists of references. */
    List<String> shared(List<String> references) {
        List<String> known = lists.get(references);
        if (known == null) {
            known = List.copyOf(references);
            lists.put(known, known);
        }
        return known;
    }

    /** The NPIs of those referred to, as far as the chart tells them. */
    Set<String> npis(List<String> references) {
        return resolved.computeIfAbsent(references, this::resolve);
    }

    private Set<String> resolve(List<String> references) {
        Set<String> npis = new LinkedHashSet<>();
        for (String reference : references) {
            String npi = npi(reference);
            if (npi != null) {
                npis.add(npi);
            }
        }
        return Set.copyOf(npis);
    }

    private @Nullable String npi(String reference) {
        String identifier = References.conditionalIdentifier(reference, PRACTITIONER);
        if (identifier != null) {
            String npi = npiOf(identifier);
            return npi == null ? byIdentifier.get(identifier) : npi;
        }
        String id = References.literalId(reference, PRACTITIONER);
        if (id == null && References.isUrn(reference)) {
            String npi = byUrl.get(reference);
            return npi == null ? byId.get(References.urnId(reference)) : npi;
        }
        return id == null ? null : byId.get(id);
    }

    private static @Nullable String firstNpi(List<String> identifiers) {
        for (String identifier : identifiers) {
            String npi = npiOf(identifier);
            if (npi != null) {
                return npi;
            }
        }
        return null;
    }

    /** The NPI that an identifier, {@code system|value}, is; null if it is none. */
    static @Nullable String npiOf(String identifier) {
        for (String system : NPI_SYSTEMS) {
            if (identifier.startsWith(system) && identifier.length() > system.length()) {
                return identifier.substring(system.length());
            }
        }
        return null;
    }
}
