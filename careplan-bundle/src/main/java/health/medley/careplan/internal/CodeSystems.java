package health.medley.careplan.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The code systems that templates and the codes of diseases name by a short word, and their URIs in charts. */
final class CodeSystems {
    private static final Map<String, String> URIS = new TreeMap<>(Map.of(
            "SNOMED", "http://snomed.info/sct",
            "ICD10CM", "http://hl7.org/fhir/sid/icd-10-cm"));

    private static final int CATEGORY_LENGTH = 3;

    private CodeSystems() {}

    static boolean known(Collection<String> names) {
        return URIS.keySet().containsAll(names);
    }

    static Set<String> names() {
        return new TreeSet<>(URIS.keySet());
    }

    /** The short word of a URI; empty for a system that is not known here. */
    static Optional<String> name(String uri) {
        return URIS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(uri))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A code in the one form compared: ICD-10-CM in capitals with its dot, which some charts leave out. */
    static String normal(String system, String code) {
        if (!system.equals("ICD10CM")) {
            return code.strip();
        }
        String bare = code.strip().replace(".", "").toUpperCase(Locale.ROOT);
        return bare.length() <= CATEGORY_LENGTH
                ? bare
                : bare.substring(0, CATEGORY_LENGTH) + "." + bare.substring(CATEGORY_LENGTH);
    }
}
