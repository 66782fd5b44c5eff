package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** Sets the limits of the JSON parser. */
final class FhirJson {

    /** Levels of nesting. */
    static final int DEEPEST = 500;

    /** Characters of a text that is read; those passed over may be of any length. */
    private static final int LONGEST_TEXT = 1 << 16;

    private FhirJson() {}

    /** A factory of its own. */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                // UTF-8 it is, or an error: a guess at UTF-16 after a broken line would go on in the wrong encoding
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                // what is written may hold half a surrogate pair, which no store keeps as it is
                .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
                .build();
    }
}
