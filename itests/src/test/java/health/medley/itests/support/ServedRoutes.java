package health.medley.itests.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.core.Permission;
import health.medley.itests.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says it can be asked for, each with an example of its body and query. */
public final class ServedRoutes {
    private static final Path EXAMPLES = Path.of("rest-bundle/src/test/resources/medley/rest/examples.json");
    private static final Path OF_THE_PLATFORM = Path.of("itests/src/test/resources/routes/platform-examples.json");
    private static final Pattern NEEDS = Pattern.compile("holds ([A-Z_]+)");
    private static final Pattern SEGMENT = Pattern.compile("\\{(\\w+)}");

    private ServedRoutes() {}

    /** One of them. */
    public record ServedRoute(
            String name,
            String method,
            String path,
            boolean open,
            Optional<Permission> needs,
            String type,
            String query,
            String body) {

        /** Whether it changes something. */
        public boolean changes() {
            return !method.equals("GET");
        }

        /** Whether it is for the administrators of the practice that was there first. */
        public boolean ofMain() {
            return List.of("practices-list", "practice-add", "store-backup", "store-reconcile")
                    .contains(name);
        }

        /** The same with another body and query. */
        public ServedRoute with(String otherBody, String otherQuery) {
            return new ServedRoute(name, method, path, open, needs, type, otherQuery, otherBody);
        }

        /** Ask for it, its segments filled. */
        public ServerClient.Said ask(ServerClient client, Map<String, String> names, long version) {
            Matcher segment = SEGMENT.matcher(path);
            StringBuilder filled = new StringBuilder();
            while (segment.find()) {
                String value = names.getOrDefault(key(segment.group(1)), "none");
                segment.appendReplacement(filled, Matcher.quoteReplacement(value));
            }
            segment.appendTail(filled);
            String content = body;
            for (Map.Entry<String, String> name : names.entrySet()) {
                content = content.replace("{" + name.getKey() + "}", name.getValue());
            }
            return client.send(method, filled + (query.isEmpty() ? "" : "?" + query), version, type, content);
        }

        /** The name of a segment; of an id, the kind of thing it is of: the word before it. */
        private String key(String segment) {
            return segment.equals("id") ? path.split("/")[2] : segment;
        }
    }

    /** All routes that a server describes. */
    public static List<ServedRoute> of(ServerClient client) throws IOException {
        ObjectNode examples = (ObjectNode)
                new ObjectMapper().readTree(Places.root().resolve(EXAMPLES).toFile());
        examples.setAll((ObjectNode) new ObjectMapper()
                .readTree(Places.root().resolve(OF_THE_PLATFORM).toFile()));
        List<ServedRoute> routes = new ArrayList<>();
        client.get("/api/openapi.json").good().get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> routes.add(route(path.getKey(), method.getKey(), method.getValue(), examples))));
        return routes;
    }

    private static ServedRoute route(String path, String method, JsonNode described, JsonNode examples) {
        String name = described.get("operationId").asText();
        JsonNode example = examples.path(name);
        Matcher needs = NEEDS.matcher(described.path("description").asText());
        JsonNode body = example.has("content") ? example.get("content") : example.path("body");
        if (described.path("requestBody").has("content") && body.isMissingNode()) {
            throw new IllegalStateException("There is no example of the body of " + name + " in " + EXAMPLES);
        }
        return new ServedRoute(
                name,
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                described.path("security").isEmpty() && described.has("security"),
                needs.find() ? Optional.of(Permission.valueOf(needs.group(1))) : Optional.empty(),
                example.path("type").asText("application/json"),
                example.path("query").asText(""),
                body.isMissingNode() ? "" : body.toString());
    }
}
