package health.medley.rest.internal.routes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import health.medley.core.ServiceMonth;
import health.medley.core.time.NewTime;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.openapi.OpenApi;
import health.medley.rest.internal.server.Edge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description of the interface, made from the routes of every capability. */
class DescriptionTest {

    private static final Pattern NAMED = Pattern.compile("\\{([a-zA-Z]+)}");

    private static JsonNode description;
    private static List<Route> routes;

    @BeforeAll
    static void describe() throws Exception {
        routes = Edge.routes(PortProxies.sources());
        description = new ObjectMapper().readTree(new OpenApi().describe(routes));
    }

    private static JsonNode operation(Route route) {
        return description
                .path("paths")
                .path(route.path())
                .path(route.method().name().toLowerCase(Locale.ROOT));
    }

    @Test
    void everyRouteIsDescribedOnceWithAllItsParameters() {
        assertEquals("3.1.0", description.path("openapi").asText());
        assertTrue(routes.size() > 60, "routes: " + routes.size());
        Set<String> ids = new HashSet<>();
        for (Route route : routes) {
            JsonNode operation = operation(route);
            assertTrue(ids.add(operation.path("operationId").asText()), route.name());
            assertFalse(operation.path("responses").path("" + route.status()).isMissingNode(), route.name());
            List<String> named = new ArrayList<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("path")) {
                    named.add(parameter.path("name").asText());
                }
            });
            List<String> expected = new ArrayList<>();
            Matcher matcher = NAMED.matcher(route.path());
            while (matcher.find()) {
                expected.add(matcher.group(1));
            }
            assertEquals(expected, named, route.path());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        collect(description, references);
        assertTrue(references.size() > 100, "references: " + references.size());
        for (String reference : references) {
            assertTrue(reference.startsWith("#/"), reference);
            assertFalse(description.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asText());
        }
        node.forEach(child -> collect(child, references));
    }

    @Test
    void everySchemaIsASchema() {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        description.path("components").path("schemas").properties().forEach(named -> {
            assertTrue(named.getKey().matches("[A-Za-z0-9._-]+"), named.getKey());
            assertEquals(Set.of(), meta.validate(named.getValue()), named.getKey());
        });
    }

    @Test
    void theSchemaOfABodySaysWhatItIsMadeOf() {
        JsonNode schema = description.path("components").path("schemas").path(NewTime.class.getSimpleName());
        JsonNode start = schema.path("properties").path("start");
        assertEquals("string", start.path("type").asText(), schema.toString());
        assertEquals("date-time", start.path("format").asText());
        assertFalse(description.toString().contains(ServiceMonth.class.getSimpleName() + "\":{\"type\":\"object\""));
    }
}
