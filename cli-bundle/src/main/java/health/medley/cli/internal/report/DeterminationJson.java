package health.medley.cli.internal.report;

import com.fasterxml.jackson.core.JsonGenerator;
import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.rules.RuleRef;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a determination with all it rests on as JSON, keys in order: enough to read why, and to decide again. It is
 * streamed, for this is the bulk of what a month writes.
 */
public final class DeterminationJson {

    /** Name of the file with one determination on each line. */
    public static final String FILE = "determinations.ndjson";

    private DeterminationJson() {}

    /** Write the determination as a JSON object. */
    public static void write(JsonGenerator json, Determination determination) throws IOException {
        json.writeStartObject();
        json.writeStringField("amount", determination.amount().toString());
        json.writeArrayFieldStart("codes");
        for (CodeLine line : determination.codes()) {
            json.writeString(line.toString());
        }
        json.writeEndArray();
        Optional<LocalDate> day = determination.dateOfService();
        if (day.isPresent()) {
            json.writeStringField("date_of_service", day.get().toString());
        }
        write(json, "facts", determination.facts());
        json.writeStringField("facts_hash", determination.factsHash());
        write(json, determination.findings());
        json.writeStringField("month", determination.month().toString());
        json.writeStringField("patient", determination.patient());
        json.writeNumberField(
                "practitioner_seconds", determination.practitioner().seconds());
        json.writeStringField("program", determination.program());
        json.writeStringField("reason", determination.reason());
        Optional<RuleRef> rules = determination.rules();
        if (rules.isPresent()) {
            write(json, rules.get());
        }
        json.writeNumberField("staff_seconds", determination.staff().seconds());
        json.writeStringField("status", determination.status().name());
        json.writeNumberField("units", determination.units());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, RuleRef rules) throws IOException {
        json.writeObjectFieldStart("rules");
        json.writeStringField("hash", rules.sha256());
        json.writeStringField("name", rules.name());
        json.writeStringField("version", rules.version());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<Finding> findings) throws IOException {
        json.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            json.writeStartObject();
            if (finding.change().isPresent()) {
                json.writeStringField("change", finding.change().get());
            }
            if (finding.clause().isPresent()) {
                write(json, finding.clause().get());
            }
            json.writeStringField("code", finding.code());
            write(json, "facts", finding.facts());
            json.writeStringField("outcome", finding.outcome().name());
            json.writeStringField("sentence", finding.sentence());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Clause clause) throws IOException {
        json.writeObjectFieldStart("clause");
        json.writeStringField("file", clause.file());
        json.writeStringField("in_force", clause.inForce());
        json.writeStringField("path", clause.path());
        json.writeStringField("source", clause.source());
        json.writeEndObject();
    }

    /** The facts come ordered by name. */
    private static void write(JsonGenerator json, String name, Map<String, String> facts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            json.writeStringField(fact.getKey(), fact.getValue());
        }
        json.writeEndObject();
    }
}
