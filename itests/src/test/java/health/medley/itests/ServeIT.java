package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.itests.oracle.Csv;
import health.medley.itests.support.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as an operator meets it: started, asked, stopped and started again, as processes of their own. */
class ServeIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<String, String> NOBODY = Map.of();

    @TempDir
    private static Path folder;

    private static Path data;
    private static Server server;

    @BeforeAll
    static void start() throws IOException {
        data = folder.resolve("data of a practice");
        server = Server.start(data);
    }

    @AfterAll
    static void end() throws InterruptedException {
        server.close();
    }

    @Test
    void theFirstStartSaysWhereItIsAndLeavesATokenForItsOwnerAlone() throws IOException {
        assertTrue(Pattern.matches("Medley serves http://127\\.0\\.0\\.1:[0-9]+ .*", server.line()), server.line());
        Path token = data.resolve("admin.token");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(token)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data)));
        assertEquals("", server.notes());
    }

    @Test
    void healthIsOpenAndNothingElse() throws Exception {
        assertEquals(
                MAPPER.readTree("{\"ready\":true,\"reasons\":[]}"),
                MAPPER.readTree(server.send("GET", "/health", "", NOBODY).body()));
        JsonNode paths = server.ask(200, "GET", "/api/openapi.json", "").path("paths");
        Set<String> asked = new HashSet<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (!path.getKey().equals("/health")) {
                asked.add(operation.getKey().toUpperCase(Locale.ROOT) + " "
                        + path.getKey().replaceAll("\\{[a-zA-Z]+}", "x"));
            }
        }));
        assertTrue(asked.size() > 60, "operations: " + asked.size());
        for (String each : asked) {
            String[] parts = each.split(" ");
            assertEquals(401, server.send(parts[0], parts[1], "", NOBODY).statusCode(), each);
        }
    }

    @Test
    void everyPortAnswersButThoseThatNobodyNeedsToFill() throws Exception {
        JsonNode ports = server.ask(200, "GET", "/api/ports", "").path("items");
        Set<String> empty = new HashSet<>();
        ports.forEach(port -> {
            if (port.path("provider").isMissingNode()) {
                empty.add(port.path("contract").asText());
            }
        });
        assertEquals(Set.of(), empty);
        assertTrue(ports.size() > 20, "ports: " + ports.size());
        JsonNode rules = server.ask(200, "GET", "/api/rules", "").path("items");
        assertTrue(rules.size() > 20, "rules: " + rules.size());
        String why = server.ask(200, "GET", "/api/bundles/health.medley.billing/why", "")
                .path("why")
                .asText();
        assertTrue(why.contains("health.medley.billing"), why);
    }

    @Test
    void evaluateAnswersLikeTheCommand() throws Exception {
        Path cases = Places.root().resolve("rules/ccm-2025/src/main/resources/medley/rules/cases.csv");
        List<Map<String, String>> rows = Csv.read(cases);
        ObjectNode request = MAPPER.createObjectNode();
        ArrayNode list = request.putArray("cases");
        rows.forEach(row -> list.add(MAPPER.valueToTree(row)));
        JsonNode results =
                server.ask(200, "POST", "/api/evaluate", request.toString()).path("results");
        Path answers = folder.resolve("answers.csv");
        Server.run("evaluate", "--cases", cases.toString(), "--out", answers.toString());
        List<Map<String, String>> expected = Csv.read(answers);
        assertEquals(expected.size(), results.size());
        assertTrue(results.size() > 20, "cases: " + results.size());
        for (int i = 0; i < results.size(); i++) {
            JsonNode result = results.get(i);
            Map<String, String> row = expected.get(i);
            assertEquals(row.get("id"), result.path("id").asText());
            assertEquals(row.get("status"), result.path("status").asText(), row.get("id"));
            assertEquals(row.get("codes"), codes(result), row.get("id"));
            assertEquals(row.get("reason"), result.path("reason").asText(), row.get("id"));
            assertEquals(64, result.path("rules").path("hash").asText().length(), row.get("id"));
        }
    }

    private static String codes(JsonNode result) {
        StringBuilder codes = new StringBuilder();
        result.path("codes")
                .forEach(code -> codes.append(codes.length() == 0 ? "" : ";").append(code.asText()));
        return codes.toString();
    }

    @Test
    void theOperatorsCommandsAskTheRunningServer() throws Exception {
        Server.Ended status = Server.run("status", "--data", data.toString());
        assertEquals(0, status.code(), status.notes());
        assertTrue(status.answers().contains(server.address() + ", process"), status.answers());
        Server.Ended verify = Server.run("audit", "verify", "--data", data.toString());
        assertEquals(0, verify.code(), verify.answers() + verify.notes());
        Path backup = folder.resolve("while it runs.backup");
        Server.Ended ended = Server.run("backup", backup.toString(), "--data", data.toString());
        assertEquals(0, ended.code(), ended.notes());
        assertTrue(Files.size(backup) > 0 && Files.exists(Path.of(backup + ".sha256")));
        Server.Ended restore = Server.run("restore", backup.toString(), "--data", data.toString());
        assertEquals(3, restore.code());
        assertTrue(restore.notes().contains("End it first"), restore.notes());
    }

    @Test
    void aDirectoryAndAPortServeOneServer() throws Exception {
        Server.Ended second = Server.run("serve", "--data", data.toString(), "--port", "0");
        assertEquals(4, second.code());
        assertTrue(second.notes().contains("uses the folder"), second.notes());
        assertEquals(1, second.notes().lines().count(), second.notes());
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            Path other = folder.resolve("other");
            Server.Ended third = Server.run("serve", "--data", other.toString(), "--port", port);
            assertEquals(4, third.code());
            assertTrue(third.notes().contains("port " + port), third.notes());
            assertEquals(1, third.notes().lines().count(), third.notes());
        }
    }

    @Test
    void wrongWordsAndFoldersAreSaidInOneSentence() throws Exception {
        Path file = Files.writeString(folder.resolve("a file"), "x");
        Server.Ended noFolder = Server.run("serve", "--data", file.toString(), "--port", "0");
        assertEquals(4, noFolder.code());
        assertEquals(1, noFolder.notes().lines().count(), noFolder.notes());
        Server.Ended noPort = Server.run("serve", "--data", folder.resolve("n").toString(), "--port", "x");
        assertEquals(2, noPort.code());
        assertFalse(Files.exists(folder.resolve("n")), "nothing is made before the words are read");
        Server.Ended noData =
                Server.run("status", "--data", folder.resolve("none").toString());
        assertEquals(3, noData.code());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void whatWasKeptIsThereAfterARestart() throws Exception {
        Path own = folder.resolve("restarted");
        String token;
        String kept;
        try (Server first = Server.start(own)) {
            token = first.token();
            kept = first.ask(201, "POST", "/api/tokens", "{\"user\":\"ann\",\"role\":\"CARE_MANAGER\"}")
                    .path("token")
                    .path("id")
                    .asText();
            assertEquals(143, first.end(), "ended by a signal");
        }
        assertFalse(Files.exists(own.resolve("server.json")), "a server that ended well says it is gone");
        Server.Ended offline = Server.run("status", "--data", own.toString());
        assertEquals(0, offline.code(), offline.notes());
        assertTrue(offline.answers().contains("does not run"), offline.answers());
        try (Server second = Server.start(own)) {
            assertEquals(token, second.token());
            JsonNode tokens = second.ask(200, "GET", "/api/tokens", "").path("items");
            Set<String> ids = new HashSet<>();
            tokens.forEach(each -> ids.add(each.path("id").asText()));
            assertTrue(ids.contains(kept), tokens.toString());
            assertEquals("", second.notes());
        }
        Server.Ended verify = Server.run("audit", "verify", "--data", own.toString());
        assertEquals(0, verify.code(), verify.answers() + verify.notes());
    }
}
