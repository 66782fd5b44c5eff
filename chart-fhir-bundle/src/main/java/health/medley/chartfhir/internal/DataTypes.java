package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.medley.core.chart.ChartCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of FHIR's data types at the parser's place, to their end. A value of another shape than its type's is
 * passed over. Equal values are one object. Not for concurrent use.
 */
final class DataTypes {

    private final TextPool texts = new TextPool();
    private final TextPool.Latest latestType = new TextPool.Latest();
    private final TextPool.Latest latestPatient = new TextPool.Latest();
    private final TextPool.Latest latestPractitioner = new TextPool.Latest();
    private final DayPool days = new DayPool();
    private final CodePool codes = new CodePool();

    /** The pool behind the codes read. */
    CodePool codes() {
        return codes;
    }

    @Nullable
    String text(JsonParser parser, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_STRING ? texts.text(parser) : skip(parser);
    }

    /** The name of a resource type; null if it is no text. */
    @Nullable
    String type(JsonParser parser, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_STRING ? texts.text(parser, latestType) : skip(parser);
    }

    static @Nullable String skip(JsonParser parser) throws IOException {
        parser.skipChildren();
        return null;
    }

    Optional<LocalDate> day(JsonParser parser, JsonToken token, ResourceFields into, String field) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return Optional.empty();
        }
        if (token != JsonToken.VALUE_STRING) {
            into.undated(field, token.isStructStart() ? "object or array" : "number or truth value");
            parser.skipChildren();
            return Optional.empty();
        }
        char[] chars = parser.getTextCharacters();
        Optional<LocalDate> day = days.day(chars, parser.getTextOffset(), parser.getTextLength());
        if (day == null) {
            into.undated(field, Shape.of(chars, parser.getTextOffset(), parser.getTextLength()));
            return Optional.empty();
        }
        return day;
    }

    void codings(JsonParser parser, JsonToken token, ResourceFields into, List<ChartCode> codings, String field)
            throws IOException {
        codings.clear();
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            boolean array = parser.nextToken() == JsonToken.START_ARRAY;
            if (!array || !name.equals("coding")) {
                parser.skipChildren();
                continue;
            }
            for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
                ChartCode code = coding(parser, item);
                if (code != null) {
                    into.add(codings, code, field);
                }
            }
        }
    }

    private @Nullable ChartCode coding(JsonParser parser, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return null;
        }
        String system = null;
        String code = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "system" -> system = text(parser, value);
                case "code" -> code = text(parser, value);
                default -> parser.skipChildren();
            }
        }
        return code == null ? null : codes.code(system == null ? "" : system, code);
    }

    /** The text of a reference to a patient; null if there is none. */
    @Nullable
    String patient(JsonParser parser, JsonToken token) throws IOException {
        return reference(parser, token, References.PATIENT, latestPatient);
    }

    /** The text of a reference to a practitioner; null if there is none. */
    @Nullable
    String practitioner(JsonParser parser, JsonToken token) throws IOException {
        return reference(parser, token, References.PRACTITIONER, latestPractitioner);
    }

    // one by identifier alone becomes the conditional reference that means the same
    private @Nullable String reference(JsonParser parser, JsonToken token, String conditional, TextPool.Latest latest)
            throws IOException {
        if (token != JsonToken.START_OBJECT) {
            return skip(parser);
        }
        String reference = null;
        String identifier = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("reference") && value == JsonToken.VALUE_STRING) {
                reference = texts.text(parser, latest);
            } else if (name.equals("identifier")) {
                identifier = identifier(parser, value);
            } else {
                parser.skipChildren();
            }
        }
        return reference != null || identifier == null ? reference : conditional + identifier;
    }

    /** An identifier as {@code system|value}; null if it has no value. */
    @Nullable
    String identifier(JsonParser parser, JsonToken token) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            return skip(parser);
        }
        String system = null;
        String value = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken part = parser.nextToken();
            switch (name) {
                case "system" -> system = text(parser, part);
                case "value" -> value = part == JsonToken.VALUE_STRING ? parser.getText() : skip(parser);
                default -> parser.skipChildren();
            }
        }
        return value == null ? null : (system == null ? "" : system) + "|" + value;
    }
}
