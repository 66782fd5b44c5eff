package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void name() {
        data = folder.resolve("data");
    }

    private Map<String, String> settings(Map<String, String> given, String... words) {
        List<String> typed = new ArrayList<>(List.of("serve", "--data", data.toString()));
        typed.addAll(List.of(words));
        return ServerSettings.of(ServerWords.read(typed, folder), given);
    }

    @Test
    void aServerListensOnThisMachineOnlyUnlessToldOtherwise() throws IOException {
        Map<String, String> settings = settings(Map.of("medley.http.port", "0"));
        assertEquals("127.0.0.1", settings.get("org.apache.felix.http.host"));
        assertEquals("true", settings.get("org.apache.felix.http.enable"));
        assertTrue(settings.get("health.medley.rest/address").matches("http://127\\.0\\.0\\.1:[1-9][0-9]*"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
    }

    @Test
    void wordsWinOverTheDataDirectoryAndThatOverTheInstallation() throws IOException {
        Files.createDirectories(data.resolve("conf"));
        Files.writeString(
                data.resolve("conf/medley.properties"),
                "medley.http.host=127.0.0.2\nmedley.http.port=0\nmedley.http.limit.json.bytes=5\n");
        Map<String, String> given = Map.of("medley.http.host", "127.0.0.3", "medley.store.user", "u");
        assertEquals("127.0.0.2", settings(given).get("org.apache.felix.http.host"));
        assertEquals("127.0.0.1", settings(given, "--host", "127.0.0.1").get("org.apache.felix.http.host"));
        assertEquals("5", settings(given).get("health.medley.rest/limit.json.bytes"));
        assertEquals("u", settings(given).get("health.medley.store/user"));
    }

    @Test
    void thePasswordIsNoPropertyOfAService() {
        Map<String, String> settings = settings(
                Map.of("medley.http.port", "0", "medley.store.password", "secret", "medley.store.url", "jdbc:x"));
        assertEquals("secret", settings.get("health.medley.store/.password"));
        assertFalse(settings.containsKey("health.medley.store/password"));
        assertEquals("jdbc:x", settings.get("health.medley.store/url"));
    }

    @Test
    void aKeystoreMakesItSpeakTlsOnly() throws IOException {
        Path keystore = Files.createDirectories(data.resolve("conf")).resolve("server.p12");
        Map<String, String> given = Map.of("medley.http.port", "0", "medley.http.keystore", "conf/server.p12");
        MedleyException absent = assertThrows(MedleyException.class, () -> settings(given));
        assertEquals(ErrorCode.FILE_UNREADABLE, absent.code());
        Files.createFile(keystore);
        Map<String, String> settings = settings(given);
        assertEquals("false", settings.get("org.apache.felix.http.enable"));
        assertEquals("true", settings.get("org.apache.felix.https.enable"));
        assertEquals(keystore.toString(), settings.get("org.apache.felix.https.keystore"));
        assertTrue(settings.get("health.medley.rest/address").startsWith("https://"));
    }

    @Test
    void aPortThatIsTakenOrNoneIsSaidBeforeAnythingIsMade() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            MedleyException refusal = assertThrows(MedleyException.class, () -> settings(Map.of(), "--port", port));
            assertEquals(ErrorCode.PLATFORM_NOT_STARTED, refusal.code());
            assertTrue(refusal.getMessage().contains("port " + port), refusal.getMessage());
        }
        for (String wrong : List.of("x", "-1", "65536", "")) {
            assertThrows(Words.Wrong.class, () -> settings(Map.of(), "--port=" + wrong), wrong);
        }
        assertFalse(Files.exists(data));
    }
}
