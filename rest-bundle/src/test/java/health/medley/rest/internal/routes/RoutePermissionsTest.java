package health.medley.rest.internal.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.record.RecordJson;
import health.medley.rest.internal.http.Call;
import health.medley.rest.internal.http.Incoming;
import health.medley.rest.internal.http.Payload;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route says of itself what the port behind it requires, and reads the body that stands in the examples. */
class RoutePermissionsTest {
    private static final ObjectMapper JSON = RecordJson.mapper();
    private static final JsonNode EXAMPLES = examples();
    private static final Pattern SEGMENT = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> SEGMENTS = Map.of(
            "patient", "pabcdefghijklmnopqrstuvwxyz", "month", "2025-03", "id", "018f0000-0000-7000-8000-000000000000");

    static List<Route> routes() throws ReflectiveOperationException {
        return PortProxies.sources().stream()
                .map(RouteSource::routes)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void theEdgeAsksForThePermissionThatThePortRequires(Route route) {
        if (route.status() == 202) {
            return;
        }
        PortProxies.Called called =
                assertThrows(PortProxies.Called.class, () -> route.handler().handle(call(route)), route.name());
        assertEquals(called.requires().value(), route.permission().orElseThrow(), route.name());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatNamesAPatientIsOfPatients(Route route) {
        assertTrue(route.patients() || !route.path().contains("{patient}"), route.name());
    }

    @Test
    void noTwoRoutesHaveOneNameOrOnePlace() throws ReflectiveOperationException {
        Set<String> seen = new HashSet<>();
        for (Route route : routes()) {
            assertTrue(seen.add(route.name()), route.name());
            String place = route.method() + " " + SEGMENT.matcher(route.path()).replaceAll("{}");
            assertTrue(seen.add(place), place);
        }
        assertTrue(seen.size() > 150, "all capabilities are there");
    }

    @Test
    void thereIsNoExampleOfARouteThatIsGone() throws ReflectiveOperationException {
        Set<String> names = new HashSet<>();
        routes().forEach(route -> names.add(route.name()));
        EXAMPLES.fieldNames().forEachRemaining(name -> assertTrue(names.contains(name), name));
    }

    private static Call call(Route route) throws IOException {
        JsonNode example = EXAMPLES.path(route.name());
        Map<String, String> segments = new HashMap<>();
        Matcher segment = SEGMENT.matcher(route.path());
        while (segment.find()) {
            segments.put(segment.group(1), SEGMENTS.get(segment.group(1)));
        }
        Map<String, String> queries = new HashMap<>();
        for (String pair : example.path("query").asText().split("&")) {
            if (!pair.isEmpty()) {
                queries.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return new Call(
                Caller.of("tester", "main", Role.HOST, route.name()),
                segments,
                queries,
                route.versioned() ? 1 : 0,
                body(route, example.path("body")),
                new Nothing());
    }

    private static @Nullable Object body(Route route, JsonNode example) throws IOException {
        return route.body() instanceof Payload.Json json ? JSON.treeToValue(example, json.type()) : null;
    }

    private static JsonNode examples() {
        try (InputStream in = RoutePermissionsTest.class.getResourceAsStream("/medley/rest/examples.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("Reading the examples", e);
        }
    }

    /** A request without bytes. */
    private static final class Nothing implements Incoming {
        @Override
        public InputStream content() {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public String contentType() {
            return "";
        }

        @Override
        public Reply begin(Caller caller, String kind, Map<String, String> input) {
            return Reply.nothing();
        }

        @Override
        public Reply beginWithContent(Caller caller, String kind, Map<String, String> input) {
            return Reply.nothing();
        }
    }
}
