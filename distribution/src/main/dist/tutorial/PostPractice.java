import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Posts what a practice directory holds beside the chart to a server of Medley, as the people of the practice would:
 * the care manager enrolls, drafts plans, reconciles medications, records time and states the month; the practitioner
 * approves. Every request has an idempotency key made of its row, so running it again does nothing twice.
 *
 * <p>MEDLEY is the server's address, MANAGER and DOCTOR are the tokens of the two.
 *
 * <pre>java -cp "medley/bundles/*" PostPractice.java DIRECTORY MONTH [PATIENT_TO_LEAVE_OUT]...</pre>
 */
public final class PostPractice {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Set<String> ASKED_OF_ALL = Set.of("PROBLEM_LIST", "TREATMENT_GOALS", "REVIEW_SCHEDULE");
    private static final String SERVER = System.getenv("MEDLEY");
    private static final String MANAGER = System.getenv("MANAGER");
    private static final String DOCTOR = System.getenv("DOCTOR");

    private final String month;
    private final Set<String> leftOut;
    private final Map<String, String> references = new LinkedHashMap<>();

    private PostPractice(String month, Set<String> leftOut) {
        this.month = month;
        this.leftOut = leftOut;
    }

    public static void main(String[] words) throws Exception {
        Path practice = Path.of(words[0]);
        Set<String> leftOut = new HashSet<>(List.of(words).subList(2, words.length));
        PostPractice post = new PostPractice(words[1], leftOut);
        System.out.println(post.each(practice.resolve("enrollments.csv"), post::enrollment) + " enrollments");
        System.out.println(post.each(practice.resolve("activity.csv"), post::time) + " time entries");
        System.out.println(post.each(practice.resolve("month.csv"), post::statement) + " statements");
    }

    private void enrollment(Map<String, String> row) throws Exception {
        String patient = "/api/patients/" + reference(row.get("patient"));
        JsonNode enrolled = send(MANAGER, "POST", patient + "/enrollments", 0, "enroll", request(row));
        if (!row.get("consent_revoked_date").isEmpty()) {
            ObjectNode end = JSON.createObjectNode()
                    .put("day", row.get("consent_revoked_date"))
                    .put("reason", "The patient no longer wants the calls.");
            send(MANAGER, "POST", "/api/enrollments/" + id(enrolled) + "/revoke", version(enrolled), "revoke", end);
        }
        if (!row.get("care_plan_date").isEmpty()) {
            plan(patient, row);
        }
    }

    private ObjectNode request(Map<String, String> row) {
        ObjectNode request = JSON.createObjectNode()
                .put("program", row.get("program"))
                .put("practitionerNpi", row.get("practitioner_npi"))
                .put("practitionerRole", row.get("practitioner_role"))
                .put("track", row.get("track"))
                .put("riskDocumented", row.get("risk_documented").equals("Y"));
        if (row.get("consent_date").isEmpty()) {
            request.put("from", month + "-01");
        } else {
            ObjectNode consent = request.putObject("consent")
                    .put("date", row.get("consent_date"))
                    .put("form", row.get("consent_form"))
                    .put("takenBy", "rn-1");
            List.of(row.get("consent_items").split(";")).forEach(consent.putArray("items")::add);
        }
        if (!row.get("initiating_visit").isEmpty()) {
            String[] visit = row.get("initiating_visit").split("@");
            ObjectNode stated = request.putObject("initiatingVisit").put("code", visit[0]).put("day", visit[1]);
            if (visit.length > 2) {
                stated.put("npi", visit[2]);
            }
        }
        return request;
    }

    private void plan(String patient, Map<String, String> row) throws Exception {
        String day = row.get("care_plan_date");
        ObjectNode wanted = JSON.createObjectNode()
                .put("program", row.get("program"))
                .put("drafter", "templates")
                .put("asOf", day);
        JsonNode plan = send(MANAGER, "POST", patient + "/care-plan", 0, "draft", wanted);
        String path = "/api/care-plans/" + id(plan);
        ObjectNode revision = JSON.createObjectNode().put("reason", "What the chart does not say.");
        revision.set("content", completed(plan, LocalDate.parse(day)));
        plan = send(MANAGER, "PUT", path, version(plan), "complete", revision);
        reconcile(patient);
        ObjectNode approval = JSON.createObjectNode().put("day", day).put("npi", row.get("practitioner_npi"));
        plan = send(DOCTOR, "POST", path + "/approve", version(plan), "approve", approval);
        if (row.get("care_plan_copy").equals("Y")) {
            ObjectNode copy = JSON.createObjectNode().put("to", "PATIENT").put("form", "PAPER").put("day", day);
            send(MANAGER, "POST", path + "/copy", version(plan), "copy", copy);
        }
    }

    /** The draft with what no template knows: goals for rare conditions, and why there is nothing to say of the rest. */
    private static JsonNode completed(JsonNode plan, LocalDate day) {
        ObjectNode content = plan.get("draft").deepCopy();
        content.putObject("continuity")
                .put("name", "Care manager on duty")
                .put("role", "care manager")
                .put("contact", "practice number");
        content.putObject("review").put("next", day.plusMonths(6).toString()).put("everyMonths", 6);
        for (JsonNode goal : content.path("goals")) {
            // what no template knows is left to people
            if (!goal.has("target")) {
                ((ObjectNode) goal)
                        .put("text", "Stay as well as today: at most three bad days a month.")
                        .put("targetDate", day.plusMonths(6).toString())
                        .putObject("target")
                        .put("measure", "bad days within a month")
                        .put("bound", "AT_MOST")
                        .put("quantity", 3)
                        .put("unit", "d");
            }
        }
        ObjectNode sections = (ObjectNode) content.get("sections");
        for (JsonNode gap : plan.path("gaps")) {
            String element = gap.get("element").asText();
            if (!ASKED_OF_ALL.contains(element) && !sections.has(element)) {
                sections.putObject(element).put("notApplicable", "Asked about; nothing to note.").putArray("sentences");
            }
        }
        return content;
    }

    /** Take over what the chart says and keep what is taken, until nothing is open: settling one may show another. */
    private void reconcile(String patient) throws Exception {
        for (int round = 1; round <= 9; round++) {
            JsonNode review = send(MANAGER, "GET", patient + "/medications/conflicts", 0, "", null);
            if (review.get("open").isEmpty()) {
                return;
            }
            ObjectNode body = JSON.createObjectNode();
            ArrayNode decisions = body.putArray("decisions");
            for (JsonNode conflict : review.get("open")) {
                decisions
                        .addObject()
                        .put("conflict", conflict.get("id").asText())
                        .put("choice", choice(conflict.get("choices")))
                        .put("reason", "Gone through with the patient.");
            }
            long version = review.get("listVersion").asLong();
            send(MANAGER, "POST", patient + "/medications/reconcile", version, "reconcile" + round, body);
        }
        throw new IllegalStateException("Medications of " + patient + " are still in conflict");
    }

    private static String choice(JsonNode choices) {
        Set<String> possible = new HashSet<>();
        choices.forEach(choice -> possible.add(choice.asText()));
        return possible.contains("ADD") ? "ADD" : possible.contains("KEEP") ? "KEEP" : choices.get(0).asText();
    }

    private void time(Map<String, String> row) throws Exception {
        ObjectNode time = JSON.createObjectNode()
                .put("externalId", row.get("id"))
                .put("start", row.get("start"))
                .put("end", row.get("end"))
                .put("performer", row.get("performer"))
                .put("role", row.get("role").toUpperCase())
                .put("kind", row.get("kind"))
                .put("program", row.get("program"));
        send(MANAGER, "POST", "/api/patients/" + reference(row.get("patient")) + "/time", 0, row.get("id"), time);
    }

    private void statement(Map<String, String> row) throws Exception {
        ObjectNode statement = JSON.createObjectNode()
                .put("mdm", row.get("mdm").isEmpty() ? "none" : row.get("mdm"))
                .put("carePlanAction", row.get("care_plan_action"));
        ArrayNode codes = statement.putArray("otherCodes");
        for (String code : parts(row.get("other_codes"))) {
            String[] whose = code.split("@");
            codes.addObject().put("code", whose[0]).put("practitioner", whose.length > 1 ? whose[1] : "P1");
        }
        pairs(statement.putObject("patientEvents"), row.get("patient_events"));
        pairs(statement.putObject("extraFacts"), row.get("extra_facts"));
        String path = "/api/patients/" + reference(row.get("patient")) + "/months/" + row.get("month");
        send(MANAGER, "POST", path, 0, "state", statement);
    }

    private static void pairs(ObjectNode into, String cell) {
        for (String pair : parts(cell)) {
            into.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(";"));
    }

    private interface Poster {
        void post(Map<String, String> row) throws Exception;
    }

    /** Post each row of a table whose cells hold no commas; how many there were. */
    private int each(Path table, Poster poster) throws Exception {
        List<String> lines = Files.readAllLines(table);
        List<String> header = List.of(lines.get(0).split(","));
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            header.forEach(column -> row.put(column, cells[header.indexOf(column)]));
            if (!leftOut.contains(row.get("patient"))) {
                rows.add(row);
            }
        }
        for (Map<String, String> row : rows) {
            poster.post(row);
        }
        return rows.size();
    }

    /** Medley's own reference of a patient: no patient's id ever stands in a URL. */
    private String reference(String fhirId) throws Exception {
        if (!references.containsKey(fhirId)) {
            ObjectNode who = JSON.createObjectNode().put("fhirId", fhirId);
            String found = send(MANAGER, "POST", "/api/patients/lookup", 0, "", who).get("patient").asText();
            references.put(fhirId, found);
        }
        return references.get(fhirId);
    }

    private static String id(JsonNode record) {
        return record.get("id").asText();
    }

    private static long version(JsonNode record) {
        return record.get("version").asLong();
    }

    private static JsonNode send(String token, String method, String path, long version, String key, ObjectNode body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(SERVER + path))
                .method(method, content)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"");
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", "a-day" + path.substring(path.lastIndexOf("/api") + 4) + "/" + key);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
