package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.Role;
import health.medley.itests.support.FilledPractice;
import health.medley.itests.support.RunningServer;
import health.medley.itests.support.ServedRoutes;
import health.medley.itests.support.ServedRoutes.ServedRoute;
import health.medley.itests.support.ServerClient;
import health.medley.itests.support.ServerClient.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route of a real server over real providers, its example wrong in every member: refused or taken, within a
 * second, and never with a fault. What Jazzer tries at the edge alone ({@code itests/fuzz}), this tries all the way down.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MutatedRequestsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final List<String> WRONG = List.of(
            "null",
            "\"\"",
            "\" \"",
            "0",
            "-1",
            "1e400",
            "9223372036854775808",
            "true",
            "[]",
            "[null]",
            "{}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2025-02-30\"",
            "\"9999-12-31\"",
            "\"-999999999-01-01\"",
            "\"" + "x".repeat(5_000) + "\"");
    private static final List<String> WRONG_SEGMENTS = List.of(
            "none",
            "0",
            "%00",
            "%2e%2e",
            "a%20b",
            "%C3%A4",
            "x".repeat(500),
            "p" + "a".repeat(26),
            "2025-13",
            "0000-01",
            "9999-12",
            "1000000-01",
            "'or'1'='1");

    @TempDir
    private static Path folder;

    private final Set<String> problems = new LinkedHashSet<>();
    private int asked;

    @Test
    void noWrongRequestIsAFaultOrTakesASecond() throws Exception {
        try (RunningServer server = RunningServer.start(folder.resolve("data"))) {
            ServerClient main = server.administrator();
            List<ServedRoute> routes = ServedRoutes.of(main);
            FilledPractice practice = new FilledPractice(main, "clinic");
            practice.fill(routes);
            for (ServedRoute route : routes) {
                ServerClient able = able(practice, route);
                for (String body : bodies(route)) {
                    ask(able, route.with(body, route.query()), practice.names());
                }
                for (String segment : WRONG_SEGMENTS) {
                    Map<String, String> names = new TreeMap<>(practice.names());
                    names.replaceAll((name, value) -> segment);
                    ask(able, route, names);
                    ask(able, route.with(route.body(), queries(route, segment)), practice.names());
                }
            }
            assertEquals(200, main.get("/health").status());
            assertEquals(Set.of(), problems, server.log());
        }
        assertTrue(asked > 5_000, "requests: " + asked);
    }

    private static ServerClient able(FilledPractice practice, ServedRoute route) {
        Role role = route.needs().map(Role.ADMINISTRATOR::holds).orElse(true) ? Role.ADMINISTRATOR : Role.PRACTITIONER;
        return practice.people().get(role);
    }

    private void ask(ServerClient client, ServedRoute route, Map<String, String> names) {
        asked++;
        Said said = route.ask(client, names, 1);
        if (said.status() == 0 || said.taken().compareTo(LIMIT) > 0) {
            // Jetty closes the connection after a path it refuses itself, and the machine may have been busy: what is
            // wrong or slow by itself is so again
            said = route.ask(client, names, 1);
        }
        if (said.status() >= 500 || said.status() == 0 || said.taken().compareTo(LIMIT) > 0) {
            String body = route.body();
            problems.add(route.name() + " " + route.query() + " " + body.substring(0, Math.min(200, body.length()))
                    + ": " + said.status() + " " + said.taken() + " " + said.body());
        }
    }

    private static String queries(ServedRoute route, String wrong) {
        return route.query().isEmpty() ? "limit=" + wrong : route.query().replaceAll("=[^&]*", "=" + wrong);
    }

    /** The example with each of its members missing or wrong, and what is no JSON of the kind at all. */
    private static List<String> bodies(ServedRoute route) throws IOException {
        List<String> bodies = new ArrayList<>();
        if (route.body().isEmpty()) {
            return bodies;
        }
        bodies.addAll(List.of("", "{", "[]", "{}", "null", "\"x\"", "{\"unknown\":1}", "[".repeat(50_000)));
        JsonNode example = JSON.readTree(route.body());
        example.properties().forEach(member -> {
            ObjectNode without = example.deepCopy();
            without.remove(member.getKey());
            bodies.add(without.toString());
            WRONG.forEach(wrong -> bodies.add(replaced(example, member.getKey(), wrong)));
            member.getValue()
                    .properties()
                    .forEach(inner -> WRONG.forEach(wrong -> bodies.add(
                            replaced(example, member.getKey(), replaced(member.getValue(), inner.getKey(), wrong)))));
        });
        return bodies;
    }

    private static String replaced(JsonNode example, String name, String json) {
        StringBuilder text = new StringBuilder("{");
        example.properties().forEach(member -> text.append(text.length() > 1 ? "," : "")
                .append('"')
                .append(member.getKey())
                .append("\":")
                .append(member.getKey().equals(name) ? json : member.getValue().toString()));
        return text.append('}').toString();
    }
}
