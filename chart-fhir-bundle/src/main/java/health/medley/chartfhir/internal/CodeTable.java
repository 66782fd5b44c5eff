package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.medley.core.chart.ChartCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes codes short: {@code N|CODE} for a code of the Nth code system of the record's own list, 0 for the first. */
final class CodeTable {

    private final List<String> systems = new ArrayList<>(4);

    /** Take note of the systems of codes to be written. */
    void add(List<ChartCode> codes) {
        for (ChartCode code : codes) {
            if (!systems.contains(code.system())) {
                systems.add(code.system());
            }
        }
    }

    void write(JsonGenerator out) throws IOException {
        if (!systems.isEmpty()) {
            out.writeArrayFieldStart("systems");
            for (String system : systems) {
                out.writeString(system);
            }
            out.writeEndArray();
        }
    }

    void write(JsonGenerator out, String field, List<ChartCode> codes) throws IOException {
        if (codes.isEmpty()) {
            return;
        }
        out.writeArrayFieldStart(field);
        for (ChartCode code : codes) {
            out.writeString(systems.indexOf(code.system()) + "|" + code.code());
        }
        out.writeEndArray();
    }

    /** Read the list of systems at the parser's place. */
    void read(JsonParser parser, BodyPools pools) throws IOException {
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            systems.add(pools.text(parser));
        }
    }

    /** Read the codes at the parser's place. */
    List<ChartCode> codes(JsonParser parser, BodyPools pools) throws IOException {
        List<ChartCode> codes = new ArrayList<>(2);
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            String text = pools.text(parser);
            int bar = text.indexOf('|');
            codes.add(pools.code(systems.get(Integer.parseInt(text, 0, bar, 10)), text.substring(bar + 1)));
        }
        return pools.list(codes);
    }
}
