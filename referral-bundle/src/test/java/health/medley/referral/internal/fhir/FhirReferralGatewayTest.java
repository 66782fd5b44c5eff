package health.medley.referral.internal.fhir;

import static health.medley.referral.internal.TestPractice.ANN;
import static health.medley.referral.internal.TestPractice.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.referral.ReferralDocument;
import health.medley.core.referral.ReferralNews;
import health.medley.core.referral.ReferralRecipient;
import health.medley.core.referral.ReferralState;
import health.medley.core.referral.ReferralUrgency;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gateway against a real FHIR server. */
class FhirReferralGatewayTest {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private FhirServer server;
    private FhirReferralGateway gateway;

    @BeforeEach
    void serve() throws Exception {
        server = new FhirServer();
        gateway = new FhirReferralGateway(server.url(), "secret", "urn:ehr", PATIENCE);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    private static ReferralDocument document(String id, Optional<String> address) {
        return new ReferralDocument(
                id,
                "pat-1",
                "North",
                "1234567893",
                "dr lee",
                new ReferralRecipient("Heart Center", "cardiology", Optional.of("1999999992"), address),
                "chest pain",
                List.of("I20.9", "E11.9"),
                ReferralUrgency.URGENT,
                LocalDate.parse("2025-03-20"),
                Optional.of("please soon"));
    }

    private static ReferralDocument document(String id) {
        return document(id, Optional.empty());
    }

    @Test
    void asksForAServiceWithATaskThatPointsAtIt() {
        String reference = gateway.send(ANN, document("r-1")).reference();
        ServiceRequest request = server.serviceRequests.only();
        Task task = server.tasks.only();

        assertEquals("Task/" + task.getIdPart(), reference);
        assertEquals("ServiceRequest/" + request.getIdPart(), task.getFocus().getReference());
        assertEquals(ServiceRequest.ServiceRequestStatus.ACTIVE, request.getStatus());
        assertEquals(ServiceRequest.ServiceRequestIntent.ORDER, request.getIntent());
        assertEquals(ServiceRequest.ServiceRequestPriority.URGENT, request.getPriority());
        assertEquals("cardiology", request.getCode().getText());
        assertEquals("urn:ehr", request.getSubject().getIdentifier().getSystem());
        assertEquals("pat-1", request.getSubject().getIdentifier().getValue());
        assertEquals("chest pain", request.getReasonCodeFirstRep().getText());
        assertEquals(
                List.of("I20.9", "E11.9"),
                request.getReasonCodeFirstRep().getCoding().stream()
                        .map(coding -> coding.getCode())
                        .toList());
        assertEquals(
                "1999999992", request.getPerformerFirstRep().getIdentifier().getValue());
        assertEquals("please soon", request.getNoteFirstRep().getText());
        assertEquals(Task.TaskStatus.REQUESTED, task.getStatus());
        assertEquals("pat-1", task.getFor().getIdentifier().getValue());
        assertEquals("1234567893", task.getRequester().getIdentifier().getValue());
        assertEquals("Heart Center", task.getOwner().getDisplay());
        assertTrue(server.authorizations.stream().allMatch("Bearer secret"::equals));
        assertTrue(server.urls.stream().noneMatch(url -> url.contains("pat-1")), server.urls.toString());
    }

    @Test
    void pointsAtThePatientAndTheRecipientOfTheSameServer() {
        new FhirReferralGateway(server.url() + "/", "", "", PATIENCE)
                .send(ANN, document("r-1", Optional.of("Organization/17")));
        assertEquals("Patient/pat-1", server.serviceRequests.only().getSubject().getReference());
        assertEquals("Organization/17", server.tasks.only().getOwner().getReference());
        assertEquals(List.of("null", "null"), server.authorizations);
        refused(ErrorCode.ARGUMENT_INVALID, () -> gateway.send(ANN, document("r-2", Optional.of("fax 555-0100"))));
    }

    @Test
    void sendingAgainLeavesOneOfEach() {
        String first = gateway.send(ANN, document("r-1")).reference();
        assertEquals(first, gateway.send(ANN, document("r-1")).reference());
        server.silentAboutLocation = true;
        assertEquals(first, gateway.send(ANN, document("r-1")).reference());
        server.tasks.only();
        server.serviceRequests.only();
        gateway.send(ANN, document("r-2"));
        assertEquals(2, server.tasks.byId.size());
    }

    @Test
    void aServerThatFailsBetweenTheTwoIsAskedAgain() {
        server.failures.add(503);
        refused(ErrorCode.GATEWAY_FAILED, () -> gateway.send(ANN, document("r-1")));
        assertEquals(0, server.serviceRequests.byId.size());
        gateway.send(ANN, document("r-2"));
        server.tasks.byId.clear();
        // the ServiceRequest is there, its Task is not: what a crash in between leaves
        String reference = gateway.send(ANN, document("r-2")).reference();
        assertEquals("Task/" + server.tasks.only().getIdPart(), reference);
        server.serviceRequests.only();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 404, 409, 412, 422, 429, 500})
    void everyOtherAnswerIsAFailure(int status) {
        server.failures.add(status);
        String message = refused(ErrorCode.GATEWAY_FAILED, () -> gateway.send(ANN, document("r-1")));
        assertTrue(message.contains("status " + status) && !message.contains("pat-1"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, SENT",
        "RECEIVED, SENT",
        "DRAFT, SENT",
        "ACCEPTED, ACCEPTED",
        "READY, ACCEPTED",
        "INPROGRESS, ACCEPTED",
        "ONHOLD, ACCEPTED",
        "REJECTED, DECLINED",
        "FAILED, DECLINED",
        "CANCELLED, CANCELLED",
        "ENTEREDINERROR, CANCELLED",
        "COMPLETED, COMPLETED",
    })
    void theTasksStatusIsTheNews(Task.TaskStatus status, ReferralState state) {
        String reference = gateway.send(ANN, document("r-1")).reference();
        server.tasks.only().setStatus(status);
        server.tasks.only().setStatusReason(new CodeableConcept().setText("so they say"));
        ReferralNews news = gateway.news(ANN, reference).orElseThrow();
        assertEquals(state, news.state());
        assertEquals(Optional.of("so they say"), news.note());
        assertEquals(Optional.empty(), news.report());
    }

    private ReferralNews after(Task.TaskStatus status, String output, Type value) {
        String reference = gateway.send(ANN, document("r-1")).reference();
        server.tasks.only().setStatus(status);
        server.tasks
                .only()
                .addOutput()
                .setType(new CodeableConcept().setText(output))
                .setValue(value);
        return gateway.news(ANN, reference).orElseThrow();
    }

    @Test
    void anAppointmentAmongTheOutputsSchedules() {
        ReferralNews news =
                after(Task.TaskStatus.ACCEPTED, "appointment", new DateTimeType("2025-04-01T09:00:00-04:00"));
        assertEquals(ReferralState.SCHEDULED, news.state());
        assertEquals(Optional.of(OffsetDateTime.parse("2025-04-01T09:00:00-04:00")), news.appointment());
    }

    @Test
    void aDayAloneIsNoAppointmentYet() {
        assertEquals(
                ReferralState.ACCEPTED,
                after(Task.TaskStatus.ACCEPTED, "appointment", new DateTimeType("2025-04-01"))
                        .state());
    }

    @Test
    void aReportAmongTheOutputsIsReceived() {
        ReferralNews words = after(Task.TaskStatus.COMPLETED, "report", new StringType("no ischemia"));
        assertEquals(ReferralState.REPORT_RECEIVED, words.state());
        assertEquals(Optional.of("no ischemia"), words.report());
        server.tasks.byId.clear();
        ReferralNews document = after(Task.TaskStatus.COMPLETED, "x", new Reference("DocumentReference/7"));
        assertEquals(Optional.of("DocumentReference/7"), document.report());
    }

    @Test
    void newsOfWhatIsNotThereIsAFailure() {
        refused(ErrorCode.GATEWAY_FAILED, () -> gateway.news(ANN, "Task/nothing"));
        refused(ErrorCode.GATEWAY_FAILED, () -> gateway.news(ANN, "r-1.json"));
        refused(ErrorCode.GATEWAY_FAILED, () -> gateway.news(ANN, "Task/../Patient"));
    }

    @Test
    void waitsNoLongerThanItsLimitAlsoForTheRestOfAnAnswer() throws Exception {
        for (String begun : List.of("", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")) {
            try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
                Thread server = new Thread(() -> answer(slow, begun));
                server.setDaemon(true);
                server.start();
                FhirReferralGateway hasty = new FhirReferralGateway(
                        "http://127.0.0.1:" + slow.getLocalPort(), "", "", Duration.ofSeconds(1));
                assertTimeout(
                        Duration.ofSeconds(20),
                        () -> refused(ErrorCode.GATEWAY_FAILED, () -> hasty.news(ANN, "Task/1")));
            }
        }
    }

    private static void answer(ServerSocket slow, String begun) {
        try (Socket client = slow.accept();
                OutputStream out = client.getOutputStream()) {
            out.write(begun.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // until the client or the test gives up
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (java.io.IOException e) {
            // the client gave up, as it should
            return;
        }
    }

    @Test
    void anAnswerWithoutSenseOrEndIsAFailure() throws Exception {
        for (String body : List.of("not json", "{\"status\":\"accepted\",\"x\":\"" + "x".repeat(3 << 20) + "\"}")) {
            try (ServerSocket odd = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
                Thread server = new Thread(
                        () -> answer(odd, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
                server.setDaemon(true);
                server.start();
                FhirReferralGateway hasty =
                        new FhirReferralGateway("http://127.0.0.1:" + odd.getLocalPort(), "", "", PATIENCE);
                refused(ErrorCode.GATEWAY_FAILED, () -> hasty.news(ANN, "Task/1"));
            }
        }
    }

    @Test
    void aServerThatIsGoneIsAFailure() throws Exception {
        server.close();
        String message = refused(ErrorCode.GATEWAY_FAILED, () -> gateway.send(ANN, document("r-1")));
        assertFalse(message.contains("secret"), message);
    }

    @Test
    void refusesToSendInTheClearOverANetwork() {
        for (String url : List.of("http://fhir.example.org/fhir", "ftp://127.0.0.1/", "fhir")) {
            assertThrows(IllegalArgumentException.class, () -> new FhirReferralGateway(url, "", "", PATIENCE));
        }
        new FhirReferralGateway("https://fhir.example.org/fhir", "", "", PATIENCE);
        assertThrows(
                IllegalArgumentException.class,
                () -> new FhirReferralGateway("https://fhir.example.org", "", "", Duration.ofSeconds(60)));
    }
}
