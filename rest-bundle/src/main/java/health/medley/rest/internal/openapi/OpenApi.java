package health.medley.rest.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.record.RecordJson;
import health.medley.rest.internal.http.Parameter;
import health.medley.rest.internal.http.Payload;
import health.medley.rest.internal.http.Route;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes routes as OpenAPI 3.1. */
public final class OpenApi {

    private static final String SCHEMAS = "components/schemas";
    private static final String JSON = "application/json";
    private static final String SCHEMA = "schema";
    private static final String CONTENT = "content";
    private static final String DESCRIPTION = "description";
    private static final String REQUIRED = "required";
    private static final String STRING = "string";
    private static final Pattern NAMED = Pattern.compile("\\{([a-zA-Z]+)}");

    private final ObjectMapper mapper = RecordJson.mapper();
    private final RecordSchemas schemas = new RecordSchemas(mapper);

    /** Describe the routes, as JSON. */
    public byte[] describe(List<Route> routes) {
        ObjectNode root = mapper.createObjectNode();
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Medley")
                .put("version", "1.0")
                .put(DESCRIPTION, "Chronic care management: the record, its months, and the platform.");
        ObjectNode paths = root.putObject("paths");
        for (Route route : routes) {
            ObjectNode path = paths.withObjectProperty(route.path());
            operation(path.putObject(route.method().name().toLowerCase(Locale.ROOT)), route);
        }
        ObjectNode problem = schemas.reference(Problem.class);
        ObjectNode components = root.putObject("components");
        ObjectNode bearer = components.putObject("securitySchemes").putObject("token");
        bearer.put("type", "http").put("scheme", "bearer");
        ObjectNode refused = components.putObject("responses").putObject("Problem");
        refused.put(DESCRIPTION, "What was wrong, and the next step.");
        refused.putObject(CONTENT).putObject("application/problem+json").set(SCHEMA, problem);
        components.set("schemas", schemas.all(SCHEMAS));
        try {
            return mapper.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written as JSON", e);
        }
    }

    private void operation(ObjectNode operation, Route route) {
        operation.put("operationId", route.name()).put("summary", route.summary());
        operation.putArray("tags").add(tag(route));
        route.permission()
                .ifPresent(needed -> operation.put(DESCRIPTION, "Needs a role that holds " + needed.name() + "."));
        ArrayNode security = operation.putArray("security");
        if (!route.open()) {
            security.addObject().putArray("token");
        }
        parameters(operation.putArray("parameters"), route);
        if (!(route.body() instanceof Payload.None)) {
            ObjectNode body = operation.putObject("requestBody");
            body.put(REQUIRED, true);
            content(body.putObject(CONTENT), route.body());
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode good = responses.putObject(Integer.toString(route.status()));
        good.put(DESCRIPTION, "Done.");
        if (!(route.answer() instanceof Payload.None)) {
            content(good.putObject(CONTENT), route.answer());
        }
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private static String tag(Route route) {
        String[] words = route.path().substring(1).split("/");
        boolean ofPatient = words.length > 3 && words[1].equals("patients");
        return words.length == 1 ? words[0] : ofPatient ? words[3] : words[1];
    }

    private void parameters(ArrayNode parameters, Route route) {
        Matcher named = NAMED.matcher(route.path());
        while (named.find()) {
            parameter(parameters, named.group(1), "path", "", true);
        }
        for (Parameter query : route.queries()) {
            parameter(parameters, query.name(), "query", query.meaning(), query.required());
        }
        if (route.versioned()) {
            parameter(parameters, "If-Match", "header", "The ETag of what is changed.", true);
        }
        if (route.changes()) {
            String meaning = "A name of this request, so that sending it again does it once.";
            parameter(parameters, "Idempotency-Key", "header", meaning, false);
        }
    }

    private static void parameter(ArrayNode parameters, String name, String in, String meaning, boolean required) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", name).put("in", in).put(REQUIRED, required);
        if (!meaning.isEmpty()) {
            parameter.put(DESCRIPTION, meaning);
        }
        parameter.putObject(SCHEMA).put("type", STRING);
    }

    private void content(ObjectNode content, Payload payload) {
        if (payload instanceof Payload.Bytes bytes) {
            bytes.mediaTypes().forEach(type -> content.putObject(type).putObject(SCHEMA));
        } else if (payload instanceof Payload.Json json && json.list()) {
            ObjectNode schema = content.putObject(JSON).putObject(SCHEMA);
            schema.put("type", "object").putArray(REQUIRED).add("items");
            ObjectNode properties = schema.putObject("properties");
            properties.putObject("items").put("type", "array").set("items", schemas.reference(json.type()));
            properties
                    .putObject("after")
                    .put("type", STRING)
                    .put(DESCRIPTION, "What the query parameter after must be to go on; absent at the end.");
        } else if (payload instanceof Payload.Json json) {
            content.putObject(JSON).set(SCHEMA, schemas.reference(json.type()));
        }
    }
}
