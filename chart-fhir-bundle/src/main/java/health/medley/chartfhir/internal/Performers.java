package health.medley.chartfhir.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes who took part in an encounter, and reads it: an NPI where the reference tells one, else the reference behind an
 * {@code @}, whose NPI the practitioners delivered before or after tell. Not for concurrent use.
 */
final class Performers {

    private static final char UNTOLD = '@';

    private final Function<List<String>, Set<String>> practitioners;
    private final Map<List<String>, Set<String>> known = new HashMap<>();

    /** Read with these {@code practitioners}, who are only asked if an NPI is not told. */
    Performers(Function<List<String>, Set<String>> practitioners) {
        this.practitioners = practitioners;
    }

    /** A reference as it is kept. */
    static String written(String reference) {
        String identifier = References.conditionalIdentifier(reference, PractitionerIndex.PRACTITIONER);
        String npi = identifier == null ? null : PractitionerIndex.npiOf(identifier);
        return npi == null || npi.charAt(0) == UNTOLD ? UNTOLD + reference : npi;
    }

    /** The NPIs of those who took part, as far as they are known. */
    Set<String> npis(List<String> performers) {
        return known.computeIfAbsent(performers, this::read);
    }

    private Set<String> read(List<String> performers) {
        Set<String> npis = new LinkedHashSet<>();
        List<String> untold = new ArrayList<>(0);
        for (String performer : performers) {
            if (performer.charAt(0) == UNTOLD) {
                untold.add(performer.substring(1));
            } else {
                npis.add(performer);
            }
        }
        if (!untold.isEmpty()) {
            npis.addAll(practitioners.apply(untold));
        }
        return Set.copyOf(npis);
    }
}
