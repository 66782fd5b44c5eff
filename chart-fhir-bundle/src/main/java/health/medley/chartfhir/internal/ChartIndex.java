package health.medley.chartfhir.internal;

import health.medley.chartfhir.internal.ChartDocument.Standing;
import health.medley.core.store.StoredRecord;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Says what the records of a chart are found by. */
final class ChartIndex {

    /** The field with the FHIR id, or the reference of one whose id is not known. */
    static final String FHIR_ID = "fhir";

    /** The field with the standing. */
    static final String STANDING = "standing";

    /** The field with the number of resources that wait for their Patient. */
    static final String RESOURCES = "resources";

    /** How many identifiers of a patient are found. */
    static final int ALIASES = 8;

    // the store takes 500; references get a word before them
    private static final int LONGEST = 400;

    private ChartIndex() {}

    /** The field of one of the identifiers. */
    static String alias(int number) {
        return "alias" + number;
    }

    /** Whether a text may be looked up: not too long, and of characters every store keeps. */
    static boolean holds(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST
                && text.codePoints()
                        .noneMatch(c -> c < ' ' || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    static Map<String, String> ofFacts(ChartDocument chart) {
        if (chart.standing == Standing.GIVEN_AWAY) {
            return Map.of();
        }
        Map<String, String> index = new TreeMap<>();
        index.put(FHIR_ID, chart.fhirId);
        index.put(STANDING, text(chart.standing));
        if (chart.standing != Standing.KNOWN) {
            index.put(RESOURCES, Integer.toString(chart.shelves.size()));
        }
        return index;
    }

    /** How many resources wait in a record of facts whose Patient has not come. */
    static long resources(StoredRecord facts) {
        return Long.parseLong(facts.index().getOrDefault(RESOURCES, "0"));
    }

    /** The key that one patient holds. */
    static Set<String> keys(ChartDocument chart) {
        return chart.standing == Standing.GIVEN_AWAY ? Set.of() : Set.of(FHIR_ID + "/" + chart.fhirId);
    }

    static Map<String, String> ofDetails(ChartDocument chart) {
        Map<String, String> index = new TreeMap<>();
        for (String alias : chart.aliases) {
            if (index.size() < ALIASES && holds(alias)) {
                index.put(alias(index.size()), alias);
            }
        }
        return index;
    }

    /** Whether the Patient resource of a record of facts has come. */
    static boolean isKnown(StoredRecord facts) {
        return text(Standing.KNOWN).equals(facts.index().get(STANDING));
    }

    static String text(Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT);
    }
}
