package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartMedication;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes and reads the record {@code chartfhir.detail}: what only care and the next delivery need. The keys of the
 * facts' resources, in their order; the patient's identifiers; medications and allergies.
 */
final class DetailsBody {

    private final JsonFactory json;

    DetailsBody(JsonFactory json) {
        this.json = json;
    }

    /** The details read from a record. */
    static final class Details {
        final List<String> aliases = new ArrayList<>(0);
        final List<String> conditions = new ArrayList<>();
        final List<String> visits = new ArrayList<>();
        final List<String> coverages = new ArrayList<>(0);
        final Map<String, ChartMedication> medications = new LinkedHashMap<>();
        final Map<String, ChartAllergy> allergies = new LinkedHashMap<>(0);
    }

    String write(ChartDocument chart) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            texts(out, "aliases", chart.aliases);
            texts(out, "conditions", chart.shelves.conditions.keys());
            texts(out, "encounters", chart.shelves.visits.keys());
            texts(out, "coverages", chart.shelves.coverages.keys());
            care(out, chart.shelves);
            for (Map.Entry<String, String> member : chart.unknownDetails.entrySet()) {
                out.writeFieldName(member.getKey());
                out.writeRawValue(member.getValue());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory", e);
        }
        return text.toString();
    }

    private static void texts(JsonGenerator out, String name, Collection<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private static void care(JsonGenerator out, Shelves shelves) throws IOException {
        CodeTable table = new CodeTable();
        shelves.medications.each((key, medication) -> table.add(medication.codes()));
        shelves.allergies.each((key, allergy) -> table.add(allergy.codes()));
        table.write(out);
        List<String> keys = shelves.medications.keys();
        List<ChartMedication> medications = shelves.medications.list();
        out.writeArrayFieldStart("medications");
        for (int i = 0; i < keys.size(); i++) {
            ChartMedication medication = medications.get(i);
            out.writeStartObject();
            out.writeStringField("key", keys.get(i));
            table.write(out, "codes", medication.codes());
            text(out, "name", medication.name());
            text(out, "status", medication.status());
            FactsBody.day(out, "authoredOn", medication.authoredOn());
            text(out, "dosage", medication.dosage());
            out.writeEndObject();
        }
        out.writeEndArray();
        allergies(out, shelves, table);
    }

    private static void allergies(JsonGenerator out, Shelves shelves, CodeTable table) throws IOException {
        List<String> keys = shelves.allergies.keys();
        List<ChartAllergy> allergies = shelves.allergies.list();
        out.writeArrayFieldStart("allergies");
        for (int i = 0; i < keys.size(); i++) {
            ChartAllergy allergy = allergies.get(i);
            out.writeStartObject();
            out.writeStringField("key", keys.get(i));
            table.write(out, "codes", allergy.codes());
            text(out, "name", allergy.name());
            text(out, "status", allergy.clinicalStatus());
            text(out, "criticality", allergy.criticality());
            FactsBody.day(out, "recorded", allergy.recorded());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void text(JsonGenerator out, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            out.writeStringField(name, text);
        }
    }

    /** Read a body; members it does not know go to {@code unknown}, as JSON text. */
    Details read(String body, BodyPools pools, Map<String, String> unknown) throws IOException {
        Details details = new Details();
        CodeTable table = new CodeTable();
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "aliases" -> texts(parser, details.aliases);
                    case "conditions" -> texts(parser, details.conditions);
                    case "encounters" -> texts(parser, details.visits);
                    case "coverages" -> texts(parser, details.coverages);
                    case "systems" -> table.read(parser, pools);
                    case "medications" -> medications(parser, pools, table, details.medications);
                    case "allergies" -> allergies(parser, pools, table, details.allergies);
                    default -> unknown.put(name, FactsBody.raw(json, parser));
                }
            }
        }
        return details;
    }

    private static void texts(JsonParser parser, List<String> into) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            into.add(parser.getText());
        }
    }

    private static void medications(
            JsonParser parser, BodyPools pools, CodeTable table, Map<String, ChartMedication> into) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Item item = new Item(parser, pools, table);
            into.put(
                    item.key(),
                    new ChartMedication(
                            ResourceKey.id(item.key()),
                            item.codes,
                            item.text("name"),
                            item.text("status"),
                            item.day,
                            item.text("dosage")));
        }
    }

    private static void allergies(JsonParser parser, BodyPools pools, CodeTable table, Map<String, ChartAllergy> into)
            throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Item item = new Item(parser, pools, table);
            into.put(
                    item.key(),
                    new ChartAllergy(
                            ResourceKey.id(item.key()),
                            item.codes,
                            item.text("name"),
                            item.text("status"),
                            item.text("criticality"),
                            item.day));
        }
    }

    /** The members of one medication or allergy. */
    private static final class Item {
        private final Map<String, String> texts = new HashMap<>();
        private List<ChartCode> codes = List.of();
        private Optional<LocalDate> day = Optional.empty();

        Item(JsonParser parser, BodyPools pools, CodeTable table) throws IOException {
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "codes" -> codes = table.codes(parser, pools);
                    case "authoredOn", "recorded" -> day = pools.day(parser);
                    case "key", "dosage" -> texts.put(name, parser.getText());
                    default -> {
                        if (token == JsonToken.VALUE_STRING) {
                            texts.put(name, pools.text(parser));
                        } else {
                            parser.skipChildren();
                        }
                    }
                }
            }
        }

        String key() {
            return text("key");
        }

        String text(String name) {
            return texts.getOrDefault(name, "");
        }
    }
}
