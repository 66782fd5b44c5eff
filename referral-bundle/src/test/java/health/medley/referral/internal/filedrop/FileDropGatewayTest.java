package health.medley.referral.internal.filedrop;

import static health.medley.referral.internal.TestPractice.ANN;
import static health.medley.referral.internal.TestPractice.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.Role;
import health.medley.core.referral.ReferralDocument;
import health.medley.core.referral.ReferralRecipient;
import health.medley.core.referral.ReferralUrgency;
import health.medley.record.RecordJson;
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

    @TempDir
    private Path folder;

    private final ObjectMapper mapper = RecordJson.mapper();

    private static ReferralDocument document(String id) {
        return new ReferralDocument(
                id,
                "pat-1",
                "North",
                "1234567893",
                "dr lee",
                new ReferralRecipient("Heart Center", "cardiology", Optional.empty(), Optional.empty()),
                "chest pain",
                List.of("I20.9"),
                ReferralUrgency.URGENT,
                LocalDate.parse("2025-03-20"),
                Optional.of("note"));
    }

    @Test
    void dropsADocumentThatOnlyItsOwnerReads() throws Exception {
        FileDropGateway gateway = new FileDropGateway(folder);
        assertEquals("r-1.json", gateway.send(ANN, document("r-1")).reference());
        Path file = folder.resolve("north/r-1.json");
        assertEquals(document("r-1"), mapper.readValue(file.toFile(), ReferralDocument.class));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(Optional.empty(), gateway.news(ANN, "r-1.json"));
    }

    @Test
    void droppingAgainLeavesOneDocumentAndNoRemains() throws Exception {
        FileDropGateway gateway = new FileDropGateway(folder);
        Files.createDirectories(folder.resolve("north"));
        Files.writeString(folder.resolve("north/.r-1.json.part"), "left by a crash");
        gateway.send(ANN, document("r-1"));
        gateway.send(ANN, document("r-1"));
        try (Stream<Path> files = Files.list(folder.resolve("north"))) {
            assertEquals(
                    List.of("r-1.json"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFailureOfTheGateway() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        String message = refused(ErrorCode.GATEWAY_FAILED, () -> new FileDropGateway(file).send(ANN, document("r-1")));
        assertFalse(message.contains(folder.toString()), message);
    }

    @Test
    void leavesTheFolderToNobody() {
        FileDropGateway gateway = new FileDropGateway(folder.resolve("drop"));
        refused(ErrorCode.ARGUMENT_INVALID, () -> gateway.send(ANN, document("../r-1")));
        Caller odd = Caller.of("ann", "..", Role.CARE_MANAGER, "test");
        refused(ErrorCode.ARGUMENT_INVALID, () -> gateway.send(odd, document("r-1")));
        assertFalse(Files.exists(folder.resolve("drop")));
    }
}
