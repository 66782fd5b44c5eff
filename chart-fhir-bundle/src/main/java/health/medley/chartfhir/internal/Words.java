package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.medley.core.chart.ChartCode;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what FHIR says in words: names of concepts, displays of references, instructions of dosage. */
final class Words {

    private static final int LONGEST_DOSAGE = 2_000;

    private final DataTypes types;

    Words(DataTypes types) {
        this.types = types;
    }

    /** Read the codings of a concept; its name is its text, else the first display, else null. */
    @Nullable
    String concept(JsonParser parser, JsonToken token, ResourceFields into, List<ChartCode> codings, String field)
            throws IOException {
        codings.clear();
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        String text = null;
        String display = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("text")) {
                text = types.text(parser, value);
            } else if (name.equals("coding") && value == JsonToken.START_ARRAY) {
                for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                    String shown = coding(parser, item, into, codings, field);
                    display = display == null ? shown : display;
                }
            } else {
                parser.skipChildren();
            }
        }
        return text == null ? display : text;
    }

    private @Nullable String coding(
            JsonParser parser, JsonToken token, ResourceFields into, List<ChartCode> codings, String field)
            throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        String system = null;
        String code = null;
        String display = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "system" -> system = types.text(parser, value);
                case "code" -> code = types.text(parser, value);
                case "display" -> display = types.text(parser, value);
                default -> parser.skipChildren();
            }
        }
        if (code != null) {
            into.add(codings, types.codes().code(system == null ? "" : system, code), field);
        }
        return display;
    }

    /** The display of a reference; null if there is none. */
    @Nullable
    String display(JsonParser parser, JsonToken token) throws IOException {
        return member(parser, token, "display");
    }

    /** The texts of instructions, joined; null if there are none. */
    @Nullable
    String dosage(JsonParser parser, JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return null;
        }
        StringBuilder words = new StringBuilder();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            String text = member(parser, item, "text");
            if (text != null && words.length() + text.length() < LONGEST_DOSAGE) {
                words.append(words.isEmpty() ? "" : "; ").append(text);
            }
        }
        return words.isEmpty() ? null : words.toString();
    }

    private @Nullable String member(JsonParser parser, JsonToken token, String wanted) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        String found = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals(wanted) && value == JsonToken.VALUE_STRING) {
                // free text hardly ever comes again: it is not pooled
                found = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        return found;
    }
}
