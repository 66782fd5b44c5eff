package health.medley.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.Role;
import health.medley.itests.Places;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A practice of its own on a server, with one patient of the sample practice and something of every kind. */
public final class FilledPractice {
    /** A word that stands in every text that the practice wrote. */
    public static final String MARK = "Geheimnis";
    /** The patient in the EHR. */
    public static final String PATIENT = "eca80c09-fc82-9dfc-5d22-8e643f5d96bd";

    private final Map<Role, ServerClient> people = new EnumMap<>(Role.class);
    private final Map<String, String> names = new LinkedHashMap<>();

    /** Make a practice on the server whose first administrator is {@code main}. */
    public FilledPractice(ServerClient main, String id) throws Exception {
        String body = "{\"id\":\"%s\",\"name\":\"%s %s\",\"administrator\":\"chief\"}".formatted(id, id, MARK);
        String secret = main.post("/api/practices", body).good().path("secret").asText();
        ServerClient chief = new ServerClient(main.address(), secret);
        people.put(Role.ADMINISTRATOR, chief);
        for (Role role : List.of(Role.CARE_MANAGER, Role.PRACTITIONER, Role.BILLER, Role.AUDITOR)) {
            people.put(role, chief.as(role.name().toLowerCase(java.util.Locale.ROOT) + "-" + id, role.name()));
        }
        Path sample = Places.samplePractice();
        chief.send("PUT", "/api/practice", 0, "application/json", Files.readString(sample.resolve("practice.json")))
                .good();
        deliver(sample.resolve("chart"));
        names.put("fhirId", PATIENT);
        names.put("month", "2025-03");
        names.put("name", "ccm-2025");
        String lookup = "{\"fhirId\":\"" + PATIENT + "\"}";
        names.put(
                "patient",
                chief.post("/api/patients/lookup", lookup)
                        .good()
                        .path("patient")
                        .asText());
    }

    /** Those who work there. */
    public Map<Role, ServerClient> people() {
        return people;
    }

    /** What stands in paths: the patient, a month, and an id for each kind. */
    public Map<String, String> names() {
        return names;
    }

    private void deliver(Path chart) throws Exception {
        ServerClient chief = people.get(Role.ADMINISTRATOR);
        try (Stream<Path> files = Files.list(chart)) {
            for (Path file : files.sorted().toList()) {
                String lines = lines(file);
                if (!lines.isEmpty()) {
                    JsonNode job = chief.send("POST", "/api/chart", 0, "application/fhir+ndjson", lines)
                            .good();
                    chief.awaitJob(job);
                    names.put("jobs", job.path("id").asText());
                }
            }
        }
    }

    private static String lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> line.contains(PATIENT)).collect(Collectors.joining("\n"));
        }
    }

    /** Make something of every kind that routes can make, and close the month. */
    public void fill(List<ServedRoutes.ServedRoute> routes) throws Exception {
        Map<String, ServedRoutes.ServedRoute> byName =
                routes.stream().collect(Collectors.toMap(ServedRoutes.ServedRoute::name, route -> route));
        for (String[] made : List.of(
                new String[] {"override-make", "overrides"},
                new String[] {"enrollment-make", "enrollments"},
                new String[] {"care-plan-draft", "care-plans"},
                new String[] {"medication-add", "medications"},
                new String[] {"prescription-make", "prescriptions"},
                new String[] {"time-record", "time"},
                new String[] {"timer-start", "timers"},
                new String[] {"contact-log", "messages"},
                new String[] {"transition-report", "transitions"},
                new String[] {"task-add", "tasks"},
                new String[] {"roster-add", "rosters"},
                new String[] {"test-call-log", "test-calls"},
                new String[] {"referral-request", "referrals"},
                new String[] {"month-state", "statements"})) {
            JsonNode value =
                    marked(byName.get(made[0])).ask(able(made[0]), names, 0).good();
            names.put(made[1], value.path("id").asText());
            if (value.has("thread")) {
                names.put("threads", value.path("thread").asText());
            }
        }
        approve();
        ServerClient biller = people.get(Role.BILLER);
        biller.awaitJob(biller.post("/api/months/2025-03/close", "").good());
        JsonNode frozen = biller.get("/api/months/2025-03/determinations").good();
        names.put("determinations", frozen.path("items").path(0).path("id").asText());
        JsonNode claims = biller.get("/api/months/2025-03/claims").good();
        names.put("claims", claims.path("items").path(0).path("id").asText());
        JsonNode tokens = people.get(Role.ADMINISTRATOR).get("/api/tokens").good();
        names.put("tokens", tokens.path("items").path(0).path("id").asText());
    }

    /** Complete the draft, take the chart's medications over and have the plan approved: then there is a claim. */
    private void approve() {
        ServerClient manager = people.get(Role.CARE_MANAGER);
        String path = "/api/care-plans/" + names.get("care-plans");
        JsonNode plan = manager.get(path + "/history").good().path("items").path(0);
        ObjectNode revision = new ObjectMapper().createObjectNode().put("reason", "Completed.");
        ObjectNode content = plan.path("draft").deepCopy();
        content.putObject("continuity").put("name", MARK).put("role", "nurse").put("contact", "555-0100");
        content.putObject("review").put("next", "2025-08-27").put("everyMonths", 6);
        revision.set("content", content);
        manager.send("PUT", path, 1, "application/json", revision.toString()).good();
        String list = "/api/patients/" + names.get("patient") + "/medications";
        JsonNode open = manager.get(list + "/conflicts").good();
        while (!open.path("open").isEmpty()) {
            ObjectNode settled = new ObjectMapper().createObjectNode();
            ArrayNode decisions = settled.putArray("decisions");
            open.path("open").forEach(conflict -> decisions
                    .addObject()
                    .put("conflict", conflict.path("id").asText())
                    .put("choice", conflict.path("choices").path(0).asText())
                    .put("reason", MARK));
            manager.post(list + "/reconcile", open.path("listVersion").asLong(), settled.toString())
                    .good();
            open = manager.get(list + "/conflicts").good();
        }
        ServerClient doctor = people.get(Role.PRACTITIONER);
        doctor.post(path + "/approve", 2, "{\"day\":\"2025-02-27\"}").good();
        manager.post(path + "/copy", 3, "{\"to\":\"PATIENT\",\"form\":\"PAPER\",\"day\":\"2025-02-27\"}")
                .good();
    }

    private ServerClient able(String name) {
        return people.get(name.equals("override-make") ? Role.PRACTITIONER : Role.CARE_MANAGER);
    }

    /** The route with the mark in every text of its example that people write. */
    private static ServedRoutes.ServedRoute marked(ServedRoutes.ServedRoute route) {
        String body = route.body()
                .replaceAll(
                        "(\"(?:reason|text|title|subject|directions|facility|answerer|note)\":\")", "$1" + MARK + " ");
        return route.with(body, route.query());
    }
}
