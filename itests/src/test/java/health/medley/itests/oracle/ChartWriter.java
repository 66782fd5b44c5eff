package health.medley.itests.oracle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Write invented charts: most patients as NDJSON by type, gzipped or not, a few each as a Bundle of their own. */
final class ChartWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    private final Random random;
    private final Map<String, String> practitioners = new HashMap<>();
    private final List<ObjectNode> people = new ArrayList<>();
    private final Map<String, List<ObjectNode>> byType = new HashMap<>();

    ChartWriter(Random random) {
        this.random = random;
    }

    void write(Path folder, List<Draft> patients) throws IOException {
        List<String> npis = new ArrayList<>(Draft.OURS);
        npis.add(Draft.FOREIGN);
        for (String npi : npis) {
            ObjectNode practitioner = resource("Practitioner");
            practitioner.putArray("identifier").addObject().put("system", NPI).put("value", npi);
            practitioners.put(npi, practitioner.get("id").asText());
            people.add(practitioner);
        }
        int number = 0;
        for (Draft draft : patients) {
            boolean bundled = ++number % 40 == 0;
            List<ObjectNode> chart = chart(draft, bundled ? "urn:uuid:" + draft.id : "Patient/" + draft.id);
            if (bundled) {
                bundle(folder.resolve("patient-" + number + (number % 80 == 0 ? ".json.gz" : ".json")), chart);
            } else {
                chart.forEach(r -> byType.computeIfAbsent(r.get("resourceType").asText(), t -> new ArrayList<>())
                        .add(r));
            }
        }
        byType.put("Practitioner", people);
        for (Map.Entry<String, List<ObjectNode>> type : byType.entrySet()) {
            boolean zipped = !type.getKey().equals("Condition");
            StringBuilder lines = new StringBuilder();
            type.getValue().forEach(r -> lines.append(r).append('\n'));
            put(folder.resolve(type.getKey() + (zipped ? ".ndjson.gz" : ".ndjson")), lines.toString());
        }
    }

    private List<ObjectNode> chart(Draft draft, String subject) {
        List<ObjectNode> chart = new ArrayList<>();
        ObjectNode patient =
                resource("Patient").put("id", draft.id).put("birthDate", "1941-05-0" + (1 + random.nextInt(9)));
        if (!draft.death.isEmpty()) {
            patient.put("deceasedDateTime", draft.death);
        }
        chart.add(patient);
        draft.conditions.forEach(condition -> chart.add(condition(condition, subject)));
        draft.encounters.forEach(encounter -> chart.add(encounter(encounter, subject)));
        draft.covers.forEach(cover -> chart.add(cover(cover, subject)));
        ObjectNode allergy = resource("AllergyIntolerance");
        allergy.putObject("patient").put("reference", subject);
        chart.add(allergy);
        return chart;
    }

    private ObjectNode condition(Draft.Condition condition, String subject) {
        ObjectNode resource = resource("Condition");
        if (!condition.verification().isEmpty()) {
            resource.putObject("verificationStatus")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://terminology.hl7.org/CodeSystem/condition-ver-status")
                    .put("code", condition.verification());
        }
        ArrayNode codings = resource.putObject("code").putArray("coding");
        for (String code : condition.codes()) {
            String system = code.startsWith("SNOMED:") ? "http://snomed.info/sct" : "http://hl7.org/fhir/sid/icd-10-cm";
            codings.addObject().put("system", system).put("code", code.substring(code.indexOf(':') + 1));
        }
        resource.putObject("subject").put("reference", subject);
        putDay(resource, "onsetDateTime", condition.onset());
        putDay(resource, "recordedDate", condition.recorded());
        putDay(resource, "abatementDateTime", condition.abated());
        return resource;
    }

    private ObjectNode cover(Draft.Cover cover, String subject) {
        ObjectNode resource = resource("Coverage").put("status", "active");
        resource.putObject("type")
                .putArray("coding")
                .addObject()
                .put("system", "https://nahdo.org/sopt")
                .put("code", "121");
        resource.putObject("beneficiary").put("reference", subject);
        ObjectNode period = resource.putObject("period");
        putDay(period, "start", cover.start());
        putDay(period, "end", cover.end());
        return resource;
    }

    private ObjectNode encounter(Draft.Encounter encounter, String subject) {
        ObjectNode resource = resource("Encounter").put("status", "finished");
        resource.putObject("class")
                .put("system", "http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .put("code", "AMB");
        resource.putObject("subject").put("reference", subject);
        String reference = random.nextBoolean()
                ? "Practitioner?identifier=" + NPI + "|" + encounter.npi()
                : "Practitioner/" + practitioners.get(encounter.npi());
        resource.putArray("participant").addObject().putObject("individual").put("reference", reference);
        resource.putObject("period")
                .put("start", encounter.day() + "T12:00:00Z")
                .put("end", encounter.day() + "T12:30:00Z");
        return resource;
    }

    private ObjectNode resource(String type) {
        return JSON.createObjectNode()
                .put("resourceType", type)
                .put("id", new UUID(random.nextLong(), random.nextLong()).toString());
    }

    private static void putDay(ObjectNode resource, String field, String day) {
        if (!day.isEmpty()) {
            resource.put(field, day);
        }
    }

    private static void bundle(Path file, List<ObjectNode> chart) throws IOException {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        for (ObjectNode resource : chart) {
            entries.addObject()
                    .put("fullUrl", "urn:uuid:" + resource.get("id").asText())
                    .set("resource", resource);
        }
        put(file, bundle.toPrettyString());
    }

    private static void put(Path file, String text) throws IOException {
        try (OutputStream raw = Files.newOutputStream(file);
                OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(raw) : raw) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
