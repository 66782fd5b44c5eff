package health.medley.itests.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Hold what the oracle needs of a chart, read as trees, everything in memory. */
final class Chart {

    /** A condition: its codes, and its days as the first ten characters say them, empty for none. */
    record Problem(List<String> codes, String began, String abated, boolean refuted) {}

    /** An encounter: its day and the NPIs of who took part. */
    record Visit(LocalDate day, List<String> npis) {}

    /** One patient. */
    static final class Patient {
        final List<Problem> problems = new ArrayList<>();
        final List<Visit> visits = new ArrayList<>();
        final List<String> coverEnds = new ArrayList<>();
        String death = "";
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final Map<String, Patient> patients = new TreeMap<>();
    private final Map<String, String> npis = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final List<JsonNode> resources = new ArrayList<>();

    /** Read every file of the folder, then resolve the references. */
    static Chart read(Path folder) {
        Chart chart = new Chart();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                chart.file(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + folder, e);
        }
        chart.resources.forEach(chart::people);
        chart.resources.forEach(chart::care);
        return chart;
    }

    private void file(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (name.contains(".ndjson")) {
                for (String line : text.split("\n")) {
                    if (!line.isBlank()) {
                        resources.add(JSON.readTree(line));
                    }
                }
            } else {
                for (JsonNode entry : JSON.readTree(text).path("entry")) {
                    ids.put(
                            entry.path("fullUrl").asText(),
                            entry.path("resource").path("id").asText());
                    resources.add(entry.path("resource"));
                }
            }
        }
    }

    private void people(JsonNode resource) {
        String id = resource.path("id").asText();
        if (resource.path("resourceType").asText().equals("Patient")) {
            Patient patient = new Patient();
            String death = resource.path("deceasedDateTime").asText("");
            patient.death = death.length() > 10 ? death.substring(0, 10) : death;
            patients.put(id, patient);
        } else if (resource.path("resourceType").asText().equals("Practitioner")) {
            for (JsonNode identifier : resource.path("identifier")) {
                if (identifier.path("system").asText().endsWith("us-npi")) {
                    npis.put(id, identifier.path("value").asText());
                }
            }
        }
    }

    private void care(JsonNode resource) {
        // a Coverage calls its patient the beneficiary
        JsonNode whose = resource.has("subject") ? resource.path("subject") : resource.path("beneficiary");
        Patient patient = patients.get(idOf(whose.path("reference").asText()));
        if (patient == null) {
            return;
        }
        switch (resource.path("resourceType").asText()) {
            case "Condition" -> patient.problems.add(problem(resource));
            case "Encounter" -> patient.visits.add(visit(resource));
            case "Coverage" -> patient.coverEnds.add(day(resource.path("period"), "end"));
            default -> {}
        }
    }

    private static Problem problem(JsonNode resource) {
        List<String> codes = new ArrayList<>();
        for (JsonNode coding : resource.path("code").path("coding")) {
            String system = coding.path("system").asText();
            if (system.endsWith("/sct")) {
                codes.add("SNOMED:" + coding.path("code").asText());
            } else if (system.endsWith("icd-10-cm")) {
                codes.add("ICD10CM:" + coding.path("code").asText());
            }
        }
        String verification = "";
        for (JsonNode coding : resource.path("verificationStatus").path("coding")) {
            verification = coding.path("code").asText();
        }
        String onset = day(resource, "onsetDateTime");
        return new Problem(
                codes,
                onset.isEmpty() ? day(resource, "recordedDate") : onset,
                day(resource, "abatementDateTime"),
                verification.equals("refuted") || verification.equals("entered-in-error"));
    }

    private Visit visit(JsonNode resource) {
        List<String> who = new ArrayList<>();
        for (JsonNode participant : resource.path("participant")) {
            String reference = participant.path("individual").path("reference").asText();
            if (reference.startsWith("Practitioner?")) {
                who.add(reference.substring(reference.indexOf('|') + 1));
            } else if (npis.containsKey(idOf(reference))) {
                who.add(npis.get(idOf(reference)));
            }
        }
        return new Visit(LocalDate.parse(day(resource.path("period"), "start")), who);
    }

    private static String day(JsonNode resource, String field) {
        String text = resource.path(field).asText("");
        return text.length() > 10 ? text.substring(0, 10) : text;
    }

    private String idOf(String reference) {
        if (ids.containsKey(reference)) {
            return ids.get(reference);
        }
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
