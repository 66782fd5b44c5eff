package health.medley.prescription.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.Role;
import health.medley.core.prescription.PharmacyOrder;
import health.medley.core.prescription.Prescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDropGatewayTest {
    private final Prescription prescription = new MedicationWorld().signed();
    private final PharmacyOrder order =
            new PharmacyOrder("0198-1", prescription, "fhir-1", Optional.of(LocalDate.parse("1950-01-02")));

    @TempDir
    private Path folder;

    @Test
    void writesAFhirMedicationRequest() throws IOException {
        String name = new FileDropGateway(folder).send(MedicationWorld.MANAGER, order);

        JsonNode request = new ObjectMapper()
                .readTree(folder.resolve("north").resolve(name).toFile());
        assertEquals("MedicationRequest", request.path("resourceType").asText());
        assertEquals("active", request.path("status").asText());
        assertEquals("0198-1", request.at("/identifier/0/value").asText());
        assertEquals("#patient", request.at("/subject/reference").asText());
        assertEquals("fhir-1", request.at("/contained/0/identifier/0/value").asText());
        assertEquals("1950-01-02", request.at("/contained/0/birthDate").asText());
        assertEquals(
                "314076", request.at("/medicationCodeableConcept/coding/0/code").asText());
        assertEquals("1999999018", request.at("/requester/identifier/value").asText());
        assertEquals(1, request.at("/dispenseRequest/numberOfRepeatsAllowed").asInt());
        assertEquals(90, request.at("/dispenseRequest/quantity/value").asInt());
        assertEquals(
                "2026-03-15", request.at("/dispenseRequest/validityPeriod/end").asText());
    }

    @Test
    void writesTheSameOrderOnceWithTheSameBytes() throws IOException {
        FileDropGateway gateway = new FileDropGateway(folder);
        byte[] first =
                Files.readAllBytes(folder.resolve("north").resolve(gateway.send(MedicationWorld.MANAGER, order)));
        byte[] again =
                Files.readAllBytes(folder.resolve("north").resolve(gateway.send(MedicationWorld.MANAGER, order)));

        assertArrayEquals(first, again);
        assertEquals(List.of("0198-1.json"), names());
    }

    @Test
    void writesACancellationBesideTheOrder() throws IOException {
        FileDropGateway gateway = new FileDropGateway(folder);
        gateway.send(MedicationWorld.MANAGER, order);
        String name = gateway.cancel(MedicationWorld.MANAGER, order, "not needed");

        JsonNode request = new ObjectMapper()
                .readTree(folder.resolve("north").resolve(name).toFile());
        assertEquals("cancelled", request.path("status").asText());
        assertEquals("not needed", request.at("/statusReason/text").asText());
        assertEquals(List.of("0198-1.cancel.json", "0198-1.json"), names());
    }

    @Test
    void letsOnlyTheOwnerRead() throws IOException {
        String name = new FileDropGateway(folder).send(MedicationWorld.MANAGER, order);

        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("north").resolve(name))));
    }

    @Test
    void saysThatItCannotWriteWithoutPatientData() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");

        String message = MedicationWorld.refused(
                        ErrorCode.GATEWAY_FAILED, () -> new FileDropGateway(file).send(MedicationWorld.MANAGER, order))
                .getMessage();

        assertFalse(message.contains("fhir-1") || message.contains("lisinopril"), message);
        assertTrue(message.contains(file.toString()), message);
    }

    @Test
    void writesNothingOutsideItsFolder() {
        Caller sly = Caller.of("ann", "../south", Role.CARE_MANAGER, "test");

        MedicationWorld.refused(ErrorCode.GATEWAY_FAILED, () -> new FileDropGateway(folder).send(sly, order));
        assertFalse(Files.exists(folder.resolveSibling("south")));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("north"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
