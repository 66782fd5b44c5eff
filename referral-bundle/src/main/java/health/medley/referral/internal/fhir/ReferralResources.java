package health.medley.referral.internal.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.referral.ReferralDocument;
import health.medley.core.referral.ReferralNews;
import health.medley.core.referral.ReferralState;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Writes a referral as FHIR R4 resources, and reads from its Task how it fares. */
final class ReferralResources {

    /** Identifier system of what this gateway creates. */
    static final String SYSTEM = "urn:health:medley:referral";

    private static final String NPI_SYSTEM = "http://hl7.org/fhir/sid/us-npi";
    private static final String ICD_SYSTEM = "http://hl7.org/fhir/sid/icd-10-cm";

    private final ObjectMapper mapper;
    private final String patientSystem;

    ReferralResources(ObjectMapper mapper, String patientSystem) {
        this.mapper = mapper;
        this.patientSystem = patientSystem;
    }

    ObjectNode serviceRequest(ReferralDocument document) {
        ObjectNode request = resource("ServiceRequest", document);
        request.put("status", "active").put("intent", "order").put("priority", priority(document));
        request.putObject("code").put("text", document.recipient().specialty());
        request.put("authoredOn", document.requestedOn().toString());
        request.set("requester", requester(document));
        request.putArray("performer").add(recipient(document));
        ObjectNode reason = request.putArray("reasonCode").addObject();
        document.conditions().forEach(code -> reason.withArray("/coding")
                .addObject()
                .put("system", ICD_SYSTEM)
                .put("code", code));
        reason.put("text", document.reason());
        document.note().ifPresent(note -> request.putArray("note").addObject().put("text", note));
        return withPatient(request, "subject", document);
    }

    ObjectNode task(ReferralDocument document, String serviceRequest) {
        ObjectNode task = resource("Task", document);
        task.put("status", "requested").put("intent", "order").put("priority", priority(document));
        task.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", "http://hl7.org/fhir/CodeSystem/task-code")
                .put("code", "fulfill");
        task.putObject("focus").put("reference", serviceRequest);
        task.put("authoredOn", document.requestedOn().toString());
        task.set("requester", requester(document));
        task.set("owner", recipient(document));
        return withPatient(task, "for", document);
    }

    private ObjectNode resource(String type, ReferralDocument document) {
        ObjectNode resource = mapper.createObjectNode().put("resourceType", type);
        resource.putArray("identifier").addObject().put("system", SYSTEM).put("value", document.id());
        return resource;
    }

    private ObjectNode withPatient(ObjectNode resource, String member, ReferralDocument document) {
        ObjectNode patient = resource.putObject(member).put("type", "Patient");
        if (patientSystem.isEmpty()) {
            patient.put("reference", "Patient/" + document.patient());
        } else {
            patient.putObject("identifier").put("system", patientSystem).put("value", document.patient());
        }
        return resource;
    }

    private ObjectNode requester(ReferralDocument document) {
        ObjectNode requester = mapper.createObjectNode();
        requester.putObject("identifier").put("system", NPI_SYSTEM).put("value", document.practiceNpi());
        return requester.put("display", document.requester() + ", " + document.practice());
    }

    private ObjectNode recipient(ReferralDocument document) {
        ObjectNode recipient = mapper.createObjectNode();
        document.recipient().address().ifPresent(address -> recipient.put("reference", address));
        document.recipient().npi().ifPresent(npi -> recipient
                .putObject("identifier")
                .put("system", NPI_SYSTEM)
                .put("value", npi));
        return recipient.put("display", document.recipient().name());
    }

    private static String priority(ReferralDocument document) {
        return document.urgency().name().toLowerCase(Locale.ROOT);
    }

    /** What a Task says of its referral. */
    static ReferralNews news(JsonNode task) {
        Optional<OffsetDateTime> appointment =
                output(task, "appointment", "valueDateTime").flatMap(ReferralResources::time);
        Optional<String> report = output(task, "report", "valueString").or(() -> report(task));
        return new ReferralNews(
                state(task.path("status").asText(), appointment.isPresent(), report.isPresent()),
                text(task.path("statusReason").path("text")),
                appointment,
                report);
    }

    private static ReferralState state(String status, boolean appointment, boolean report) {
        return switch (status) {
            case "accepted", "in-progress", "on-hold", "ready" ->
                appointment ? ReferralState.SCHEDULED : ReferralState.ACCEPTED;
            case "rejected", "failed" -> ReferralState.DECLINED;
            case "cancelled", "entered-in-error" -> ReferralState.CANCELLED;
            case "completed" -> report ? ReferralState.REPORT_RECEIVED : ReferralState.COMPLETED;
            default -> ReferralState.SENT;
        };
    }

    private static Optional<String> output(JsonNode task, String type, String value) {
        for (JsonNode output : task.path("output")) {
            if (type.equals(output.path("type").path("text").asText())) {
                return text(output.path(value));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> report(JsonNode task) {
        for (JsonNode output : task.path("output")) {
            String reference = output.path("valueReference").path("reference").asText();
            if (reference.contains("DocumentReference/") || reference.contains("DiagnosticReport/")) {
                return Optional.of(reference);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            // a day without a time is no appointment yet
            return Optional.empty();
        }
    }
}
