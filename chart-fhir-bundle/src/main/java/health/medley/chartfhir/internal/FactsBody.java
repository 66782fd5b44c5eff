package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import health.medley.chartfhir.internal.PatientFacts.Visit;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartCoverage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes and reads the record {@code chart}: what billing needs of a patient, in little space, because closing a month
 * reads it of everybody.
 *
 * <p>An encounter is a list: its day, then the NPI of each practitioner; one whose NPI was not told yet is {@code @} and
 * the reference.
 */
final class FactsBody {

    private final JsonFactory json;

    FactsBody(JsonFactory json) {
        this.json = json;
    }

    /** The facts read from a record, in the order of their resources. */
    static final class Facts {
        String fhirId = "";
        boolean known;
        Optional<LocalDate> birth = Optional.empty();
        Optional<LocalDate> death = Optional.empty();
        final List<ChartCondition> conditions = new ArrayList<>();
        final List<Visit> visits = new ArrayList<>();
        final List<ChartCoverage> coverages = new ArrayList<>(0);
    }

    String write(ChartDocument chart) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("fhirId", chart.fhirId);
            if (chart.standing == ChartDocument.Standing.KNOWN) {
                out.writeBooleanField("known", true);
            }
            day(out, "birth", chart.birth);
            day(out, "death", chart.death);
            lists(out, chart.shelves);
            for (Map.Entry<String, String> member : chart.unknownFacts.entrySet()) {
                out.writeFieldName(member.getKey());
                out.writeRawValue(member.getValue());
            }
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory", e);
        }
        return text.toString();
    }

    private static void lists(JsonGenerator out, Shelves shelves) throws IOException {
        CodeTable table = new CodeTable();
        shelves.conditions.each((key, condition) -> table.add(condition.codes()));
        shelves.coverages.each((key, coverage) -> table.add(coverage.types()));
        table.write(out);
        conditions(out, shelves, table);
        out.writeArrayFieldStart("encounters");
        for (Visit visit : shelves.visits.list()) {
            out.writeStartArray();
            out.writeString(visit.day().toString());
            for (String performer : visit.performers()) {
                out.writeString(performer);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
        coverages(out, shelves, table);
    }

    private static void conditions(JsonGenerator out, Shelves shelves, CodeTable table) throws IOException {
        out.writeArrayFieldStart("conditions");
        for (ChartCondition condition : shelves.conditions.list()) {
            out.writeStartObject();
            table.write(out, "codes", condition.codes());
            day(out, "began", condition.began());
            day(out, "abated", condition.abated());
            if (condition.refuted()) {
                out.writeBooleanField("refuted", true);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void coverages(JsonGenerator out, Shelves shelves, CodeTable table) throws IOException {
        out.writeArrayFieldStart("coverages");
        for (ChartCoverage coverage : shelves.coverages.list()) {
            out.writeStartObject();
            out.writeStringField("status", coverage.status());
            table.write(out, "types", coverage.types());
            day(out, "from", coverage.from());
            day(out, "to", coverage.to());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static void day(JsonGenerator out, String name, Optional<LocalDate> day) throws IOException {
        if (day.isPresent()) {
            out.writeStringField(name, day.get().toString());
        }
    }

    /** Read a body; members it does not know go to {@code unknown}, as JSON text. */
    Facts read(String body, BodyPools pools, Map<String, String> unknown) throws IOException {
        Facts facts = new Facts();
        CodeTable table = new CodeTable();
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "fhirId" -> facts.fhirId = parser.getText();
                    case "known" -> facts.known = token == JsonToken.VALUE_TRUE;
                    case "birth" -> facts.birth = pools.day(parser);
                    case "death" -> facts.death = pools.day(parser);
                    case "systems" -> table.read(parser, pools);
                    case "conditions" -> conditions(parser, pools, table, facts);
                    case "encounters" -> visits(parser, pools, facts);
                    case "coverages" -> coverages(parser, pools, table, facts);
                    default -> unknown.put(name, raw(json, parser));
                }
            }
        }
        return facts;
    }

    static String raw(JsonFactory json, JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = json.createGenerator(text)) {
            copy.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    private static void conditions(JsonParser parser, BodyPools pools, CodeTable table, Facts facts)
            throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            List<ChartCode> codes = List.of();
            Optional<LocalDate> began = Optional.empty();
            Optional<LocalDate> abated = Optional.empty();
            boolean refuted = false;
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                switch (name) {
                    case "codes" -> codes = table.codes(parser, pools);
                    case "began" -> began = pools.day(parser);
                    case "abated" -> abated = pools.day(parser);
                    case "refuted" -> refuted = token == JsonToken.VALUE_TRUE;
                    default -> parser.skipChildren();
                }
            }
            facts.conditions.add(new ChartCondition(codes, began, abated, refuted));
        }
    }

    private static void visits(JsonParser parser, BodyPools pools, Facts facts) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            parser.nextToken();
            LocalDate day = pools.day(parser).orElseThrow();
            List<String> performers = new ArrayList<>(1);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                performers.add(pools.text(parser));
            }
            facts.visits.add(new Visit(day, performers));
        }
    }

    private static void coverages(JsonParser parser, BodyPools pools, CodeTable table, Facts facts) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String status = "";
            List<ChartCode> types = List.of();
            Optional<LocalDate> from = Optional.empty();
            Optional<LocalDate> to = Optional.empty();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "status" -> status = pools.text(parser);
                    case "types" -> types = table.codes(parser, pools);
                    case "from" -> from = pools.day(parser);
                    case "to" -> to = pools.day(parser);
                    default -> parser.skipChildren();
                }
            }
            facts.coverages.add(new ChartCoverage(status, types, from, to));
        }
    }
}
