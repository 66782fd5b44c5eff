package health.medley.prescription.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.NewPrescription;
import health.medley.core.prescription.PharmacyOrder;
import health.medley.core.prescription.Prescription;

/** An order as a FHIR R4 MedicationRequest. */
final class OrderDocument {
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";
    private static final String ORDER_NUMBER = "urn:medley:order";
    private static final String DAYS = "http://unitsofmeasure.org";

    private OrderDocument() {}

    /** An order to be filled. */
    static byte[] order(ObjectMapper mapper, PharmacyOrder order) {
        return bytes(mapper, request(mapper, order, "active"));
    }

    /** The same order, cancelled. */
    static byte[] cancellation(ObjectMapper mapper, PharmacyOrder order, String reason) {
        ObjectNode request = request(mapper, order, "cancelled");
        request.putObject("statusReason").put("text", reason);
        return bytes(mapper, request);
    }

    private static ObjectNode request(ObjectMapper mapper, PharmacyOrder order, String status) {
        Prescription prescription = order.prescription();
        NewPrescription what = prescription.order();
        ObjectNode request = mapper.createObjectNode();
        request.put("resourceType", "MedicationRequest");
        ObjectNode patient = request.putArray("contained").addObject();
        patient.put("resourceType", "Patient").put("id", "patient");
        patient.putArray("identifier").addObject().put("value", order.patient());
        order.birthDate().ifPresent(day -> patient.put("birthDate", day.toString()));
        request.putArray("identifier").addObject().put("system", ORDER_NUMBER).put("value", order.number());
        request.put("status", status).put("intent", "order");
        medication(request.putObject("medicationCodeableConcept"), what.medication());
        request.putObject("subject").put("reference", "#patient");
        prescription.npi().ifPresent(npi -> request.putObject("requester")
                .putObject("identifier")
                .put("system", NPI)
                .put("value", npi));
        request.putArray("dosageInstruction").addObject().put("text", what.directions());
        dispense(request.putObject("dispenseRequest"), prescription);
        return request;
    }

    private static void medication(ObjectNode concept, MedicationCode medication) {
        if (!medication.code().isBlank()) {
            ObjectNode coding = concept.putArray("coding").addObject();
            if (!medication.system().isBlank()) {
                coding.put("system", medication.system());
            }
            coding.put("code", medication.code());
        }
        if (!medication.name().isBlank()) {
            concept.put("text", medication.name());
        }
    }

    private static void dispense(ObjectNode dispense, Prescription prescription) {
        NewPrescription what = prescription.order();
        dispense.putObject("validityPeriod").put("end", prescription.lastDay().toString());
        // FHIR counts the repeats after the first filling
        dispense.put("numberOfRepeatsAllowed", Math.max(0, prescription.allowed() - prescription.dispensed() - 1));
        dispense.putObject("quantity").put("value", what.quantity()).put("unit", what.unit());
        dispense.putObject("expectedSupplyDuration")
                .put("value", what.days())
                .put("unit", "days")
                .put("system", DAYS)
                .put("code", "d");
        if (!what.pharmacy().isBlank()) {
            dispense.putObject("performer").put("display", what.pharmacy());
        }
    }

    private static byte[] bytes(ObjectMapper mapper, ObjectNode document) {
        try {
            return mapper.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written as JSON", e);
        }
    }
}
