package health.medley.rest.internal.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import health.medley.core.billing.BillingMonth;
import health.medley.core.billing.Claim;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.PatientStatement;
import health.medley.core.careplan.CarePlan;
import health.medley.core.coordination.Message;
import health.medley.core.coordination.Roster;
import health.medley.core.coordination.Task;
import health.medley.core.coordination.TestCall;
import health.medley.core.coordination.Transition;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeSettings;
import health.medley.core.practice.Setting;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.Prescription;
import health.medley.core.referral.Referral;
import health.medley.core.time.KeptTime;
import health.medley.core.time.Timer;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The published schema of each record kind is that of its record. With {@code -Dmedley.docs.update=true} the test writes
 * the schemas instead of comparing them; what changes must be an addition.
 */
class RecordKindSchemasTest {
    private static final Path CORE = Path.of("../core-bundle/src/main");
    private static final Path SCHEMAS = CORE.resolve("resources/medley/schema/records");
    private static final Pattern RECORDED = Pattern.compile("public record (\\w+)\\([^{]*implements Recorded");

    private static final Map<String, Class<?>> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry("care-plan", CarePlan.class),
            Map.entry("claim", Claim.class),
            Map.entry("condition-override", ConditionOverride.class),
            Map.entry("determination", KeptDetermination.class),
            Map.entry("enrollment", EnrolledProgram.class),
            Map.entry("medication-list", MedicationList.class),
            Map.entry("message", Message.class),
            Map.entry("month", BillingMonth.class),
            Map.entry("month-statement", PatientStatement.class),
            Map.entry("practice", PracticeSettings.class),
            Map.entry("prescription", Prescription.class),
            Map.entry("referral", Referral.class),
            Map.entry("roster", Roster.class),
            Map.entry("task", Task.class),
            Map.entry("test-call", TestCall.class),
            Map.entry("time-entry", KeptTime.class),
            Map.entry("timer", Timer.class),
            Map.entry("transition", Transition.class)));

    @Test
    void everyKindHasTheSchemaOfItsRecord() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, Class<?>> kind : KINDS.entrySet()) {
            expected.put(kind.getKey() + ".json", schema(kind.getKey(), kind.getValue()));
        }
        if (Boolean.getBoolean("medley.docs.update")) {
            Files.createDirectories(SCHEMAS);
            for (Map.Entry<String, String> file : expected.entrySet()) {
                Files.writeString(SCHEMAS.resolve(file.getKey()), file.getValue());
            }
        }
        assertEquals(expected, published(), "run this test with -Dmedley.docs.update=true, and read what changed");
    }

    @Test
    void noRecordOfCoreIsLeftOut() throws IOException {
        Set<String> recorded = new TreeSet<>();
        try (Stream<Path> files = Files.walk(CORE.resolve("java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                RECORDED.matcher(Files.readString(file)).results().forEach(found -> recorded.add(found.group(1)));
            }
        }
        assertEquals(
                recorded,
                KINDS.values().stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aBodyFollowsItsSchemaAsItIsKept() throws IOException {
        Practice practice =
                new Practice("Main Street", "1999999034", ZoneId.of("UTC"), "11", "national", Setting.PFS, Map.of());
        String body = RecordKind.of("practice", 1, PracticeSettings.class, RecordJson.mapper())
                .draft(new PracticeSettings("practice", 0, practice), Optional.empty(), "set")
                .body();
        assertEquals(Set.of(), problems("practice", body));
        assertFalse(problems("practice", body.replace("\"UTC\"", "7")).isEmpty());
        assertFalse(problems("practice", "{}").isEmpty());
    }

    private static Set<ValidationMessage> problems(String kind, String body) throws IOException {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        return factory.getSchema(Files.readString(SCHEMAS.resolve(kind + ".json")))
                .validate(body, InputFormat.JSON);
    }

    private static Map<String, String> published() throws IOException {
        Map<String, String> published = new TreeMap<>();
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            // charts are written without a record of core, and their schema is checked beside what writes them
            for (Path file : files.filter(path -> !path.endsWith("chart.json")).toList()) {
                published.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return published;
    }

    /** The schema of a kind's bodies: of its record without the id and the version, which stand beside the body. */
    private static String schema(String kind, Class<?> record) throws IOException {
        ObjectMapper mapper = RecordJson.mapper().enable(SerializationFeature.INDENT_OUTPUT);
        RecordSchemas schemas = new RecordSchemas(mapper);
        schemas.reference(record);
        ObjectNode definitions = schemas.all("$defs");
        ObjectNode own = (ObjectNode) definitions.remove(record.getSimpleName());
        ((ObjectNode) own.get("properties")).remove(Set.of("id", "version"));
        ArrayNode required = mapper.createArrayNode();
        own.path("required").forEach(name -> {
            if (!name.asText().equals("id") && !name.asText().equals("version")) {
                required.add(name);
            }
        });
        own.set("required", required);
        ObjectNode schema = mapper.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:medley:record:" + kind + ":1")
                .put("title", "Body of a record of kind " + kind);
        schema.setAll(own);
        if (!definitions.isEmpty()) {
            schema.set("$defs", definitions);
        }
        return mapper.writeValueAsString(schema) + "\n";
    }
}
