package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.medley.core.chart.ChartCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one resource in one pass: the fields somebody needs by their path, whatever their order, and all others passed
 * over. While the type is not known every such field is read; once it is, only those of the type. Not for concurrent
 * use.
 */
final class ResourceScanner {

    /** Takes the entries of a Bundle, with the parser at their array. */
    interface Entries {
        void read(JsonParser parser) throws IOException;
    }

    private final DataTypes types;
    private final Words words;

    ResourceScanner(DataTypes types) {
        this.types = types;
        words = new Words(types);
    }

    /**
     * Read the object at the parser's place, to its end.
     *
     * @param entries takes the entries if it is a Bundle; null to pass over them
     */
    void scan(JsonParser parser, ResourceFields into, @Nullable Entries entries) throws IOException {
        into.clear();
        int wanted = into.wanted();
        int done = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            int field = Field.of(name) & wanted & ~done;
            if (field == 0) {
                parser.skipChildren();
                continue;
            }
            done |= field;
            if (field == Field.RESOURCE_TYPE) {
                into.type(types.type(parser, token));
                wanted = into.wanted();
            } else if (field == Field.ENTRY && entries != null && token == JsonToken.START_ARRAY) {
                entries.read(parser);
            } else {
                read(parser, token, field, into);
            }
            if ((wanted & ~done) == 0) {
                passRest(parser);
                return;
            }
        }
    }

    /** Go to the end of the object the parser is in, without looking at names. */
    private static void passRest(JsonParser parser) throws IOException {
        int open = 1;
        while (open > 0) {
            JsonToken token = parser.nextToken();
            if (token.isStructStart()) {
                open++;
            } else if (token.isStructEnd()) {
                open--;
            }
        }
    }

    private void read(JsonParser parser, JsonToken token, int field, ResourceFields into) throws IOException {
        switch (field) {
            case Field.ID -> id(parser, token, into);
            case Field.SUBJECT, Field.BENEFICIARY, Field.PATIENT -> into.patient = types.patient(parser, token);
            case Field.CODE -> code(parser, token, into);
            case Field.TYPE -> types.codings(parser, token, into, into.types, "type");
            case Field.VERIFICATION -> into.refuted = refuted(parser, token, into);
            case Field.ONSET -> into.onset = types.day(parser, token, into, "onsetDateTime");
            case Field.RECORDED -> into.recorded = types.day(parser, token, into, "recordedDate");
            case Field.ABATEMENT -> into.abated = types.day(parser, token, into, "abatementDateTime");
            case Field.BIRTH -> into.birth = types.day(parser, token, into, "birthDate");
            case Field.DECEASED -> into.death = types.day(parser, token, into, "deceasedDateTime");
            case Field.PERIOD -> period(parser, token, into);
            case Field.PARTICIPANT -> participants(parser, token, into);
            case Field.STATUS -> into.status = types.text(parser, token);
            case Field.IDENTIFIER -> identifiers(parser, token, into);
            default -> forCare(parser, token, field, into);
        }
    }

    private void forCare(JsonParser parser, JsonToken token, int field, ResourceFields into) throws IOException {
        switch (field) {
            case Field.MEDICATION ->
                into.name = words.concept(parser, token, into, into.codes, "medicationCodeableConcept");
            case Field.MEDICATION_REFERENCE -> {
                String display = words.display(parser, token);
                into.name = into.name == null ? display : into.name;
            }
            case Field.AUTHORED -> into.authored = types.day(parser, token, into, "authoredOn");
            case Field.EFFECTIVE -> into.effective = types.day(parser, token, into, "effectiveDateTime");
            case Field.ASSERTED -> into.asserted = types.day(parser, token, into, "dateAsserted");
            case Field.DOSAGE_INSTRUCTION, Field.DOSAGE -> into.dosage = words.dosage(parser, token);
            case Field.CLINICAL -> types.codings(parser, token, into, into.clinical, "clinicalStatus");
            case Field.CRITICALITY -> into.criticality = types.text(parser, token);
            default -> parser.skipChildren();
        }
    }

    private void code(JsonParser parser, JsonToken token, ResourceFields into) throws IOException {
        if (into.wantsName()) {
            into.name = words.concept(parser, token, into, into.codes, "code");
        } else {
            types.codings(parser, token, into, into.codes, "code");
        }
    }

    private static void id(JsonParser parser, JsonToken token, ResourceFields into) throws IOException {
        if (token == JsonToken.VALUE_STRING) {
            into.id(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        } else {
            parser.skipChildren();
        }
    }

    private void period(JsonParser parser, JsonToken token, ResourceFields into) throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (name) {
                case "start" -> into.start = types.day(parser, value, into, "period.start");
                case "end" -> into.end = types.day(parser, value, into, "period.end");
                default -> parser.skipChildren();
            }
        }
    }

    private boolean refuted(JsonParser parser, JsonToken token, ResourceFields into) throws IOException {
        types.codings(parser, token, into, into.verification, "verificationStatus");
        for (ChartCode status : into.verification) {
            if (status.code().equals("refuted") || status.code().equals("entered-in-error")) {
                return true;
            }
        }
        return false;
    }

    private void participants(JsonParser parser, JsonToken token, ResourceFields into) throws IOException {
        into.performers.clear();
        if (token != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            if (item != JsonToken.START_OBJECT) {
                parser.skipChildren();
                continue;
            }
            participant(parser, into);
        }
    }

    private void participant(JsonParser parser, ResourceFields into) throws IOException {
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("individual") || name.equals("actor")) {
                String performer = types.practitioner(parser, value);
                if (performer != null) {
                    into.add(into.performers, performer, "participant");
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    private void identifiers(JsonParser parser, JsonToken token, ResourceFields into) throws IOException {
        into.identifiers.clear();
        if (token != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            String identifier = types.identifier(parser, item);
            if (identifier != null) {
                into.add(into.identifiers, identifier, "identifier");
            }
        }
    }
}
