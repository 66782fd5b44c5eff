package health.medley.coordination.internal.time;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.store.StoredRecord;
import health.medley.core.time.KeptTime;
import health.medley.core.time.TimeRole;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads entries from their records as a stream of tokens: closing a month reads hundreds of thousands, and a tree of
 * each would take several times as long. Says the same as the kind's own reading, which a test holds it to.
 */
final class TimeEntryJson {

    private static final int SCHEMA = 1;

    private final JsonFactory factory;
    private final TimeEntries entries;

    TimeEntryJson(ObjectMapper mapper, TimeEntries entries) {
        this.factory = mapper.getFactory();
        this.entries = entries;
    }

    KeptTime read(StoredRecord stored) {
        if (stored.schema() != SCHEMA) {
            return entries.value(stored);
        }
        try (JsonParser parser = factory.createParser(stored.body())) {
            Fields fields = new Fields();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.take(name, parser);
            }
            return fields.entry(stored);
        } catch (IOException | DateTimeException | IllegalArgumentException | NoSuchElementException e) {
            // the parser's message may quote patient data
            throw new MedleyException(
                    ErrorCode.STORE_DAMAGED,
                    "Reading a record of kind " + TimeEntries.KIND + ", version " + stored.version()
                            + ": its body is no time entry; run medley audit verify");
        }
    }

    /** What was read of one entry. */
    private static final class Fields {
        private String start = "";
        private String end = "";
        private String performer = "";
        private String role = "";
        private String kind = "";
        private String program = "";
        private Optional<String> note = Optional.empty();
        private Optional<String> externalId = Optional.empty();
        private Optional<String> source = Optional.empty();
        private Optional<ServiceMonth> until = Optional.empty();
        private String recordedAt = "";
        private String changedAt = "";
        private boolean late;
        private boolean withdrawn;
        private Optional<String> reason = Optional.empty();

        void take(String name, JsonParser parser) throws IOException {
            switch (name) {
                case "start" -> start = parser.getText();
                case "end" -> end = parser.getText();
                case "performer" -> performer = parser.getText();
                case "role" -> role = parser.getText();
                case "kind" -> kind = parser.getText();
                case "program" -> program = parser.getText();
                case "recordedAt" -> recordedAt = parser.getText();
                case "changedAt" -> changedAt = parser.getText();
                case "late" -> late = parser.getBooleanValue();
                case "withdrawn" -> withdrawn = parser.getBooleanValue();
                default -> takeOptional(name, parser);
            }
        }

        private void takeOptional(String name, JsonParser parser) throws IOException {
            switch (name) {
                case "note" -> note = text(parser);
                case "externalId" -> externalId = text(parser);
                case "source" -> source = text(parser);
                case "until" -> until = text(parser).map(ServiceMonth::parse);
                case "reason" -> reason = text(parser);
                default -> parser.skipChildren();
            }
        }

        private static Optional<String> text(JsonParser parser) throws IOException {
            return Optional.ofNullable(parser.getValueAsString());
        }

        KeptTime entry(StoredRecord stored) {
            PatientRef patient = stored.patient().orElseThrow();
            return new KeptTime(
                    stored.id(),
                    stored.version(),
                    patient,
                    stored.month().orElseThrow(),
                    IsoTime.offset(start),
                    IsoTime.offset(end),
                    performer,
                    TimeRole.valueOf(role),
                    kind,
                    program,
                    note,
                    externalId,
                    source,
                    until,
                    IsoTime.instant(recordedAt),
                    IsoTime.instant(changedAt),
                    late,
                    withdrawn,
                    reason);
        }
    }
}
