package health.medley.cli.internal.starter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the reference of the language of rules from its schemas, so that the page never says anything else. */
final class RuleLanguagePage {

    private static final Set<String> DATED = Set.of("from", "to", "source", "verified");
    private static final Map<String, String> WORDS = Map.of(
            "day", "day",
            "month", "month",
            "source", "text",
            "reason", "reason",
            "code", "code",
            "codes", "list of codes",
            "amount", "amount of time",
            "condition", "[condition](#conditions)",
            "amount-or-parameter", "amount of time, or a parameter");

    private record Key(String form, String meaning) {}

    private final Map<String, JsonNode> schemas = new TreeMap<>();

    RuleLanguagePage(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                schemas.put(
                        file.getFileName().toString().replace(".json", ""), new ObjectMapper().readTree(file.toFile()));
            }
        }
    }

    String text(String introduction) {
        StringBuilder page = new StringBuilder(introduction);
        for (String name : List.of("program", "eligibility", "code", "time", "conflicts", "claim", "reasons")) {
            JsonNode schema = schemas.get(name);
            page.append("\n## ")
                    .append(name.equals("code") ? "codes/*.yaml" : name + ".yaml")
                    .append("\n\n");
            String title =
                    schema.path("description").asText(schema.path("title").asText());
            page.append(title.endsWith(".") ? title : title + ".").append("\n\n");
            table(page, keys(name, schema));
        }
        page.append("\n## Conditions\n\nOne of these forms.\n\n");
        JsonNode condition = schemas.get("common").at("/$defs/condition");
        table(page, keys("common", condition));
        return page.toString();
    }

    private static void table(StringBuilder page, Map<String, Key> keys) {
        page.append("| key | form | meaning |\n|---|---|---|\n");
        keys.forEach((path, key) -> page.append("| `")
                .append(path)
                .append("` | ")
                .append(key.form().isEmpty() ? "keys" : key.form())
                .append(" | ")
                .append(key.meaning())
                .append(" |\n"));
    }

    private Map<String, Key> keys(String schema, JsonNode node) {
        Map<String, Key> keys = new LinkedHashMap<>();
        walk(schema, node, "", keys);
        return keys;
    }

    private void walk(String schema, JsonNode node, String path, Map<String, Key> keys) {
        for (String alternatives : List.of("oneOf", "anyOf", "allOf")) {
            node.path(alternatives).forEach(one -> walk(schema, one, path, keys));
        }
        if (node.has("items")) {
            follow(schema, node.get("items"), path + "[]", keys);
        }
        if (node.path("additionalProperties").isObject()) {
            follow(schema, node.get("additionalProperties"), path + ".NAME", keys);
        }
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            String name = property.getKey();
            if (!DATED.contains(name) || node.path("properties").size() <= DATED.size() - 2) {
                String full = path.isEmpty() ? name : path + "." + name;
                Key before = keys.get(full);
                Key key = key(schema, property.getValue());
                keys.put(full, before == null || before.meaning().isEmpty() ? key : before);
                follow(schema, property.getValue(), full, keys);
            }
        }
    }

    /** Go into what a node refers to, unless it is a thing that is told once for all. */
    private void follow(String schema, JsonNode node, String path, Map<String, Key> keys) {
        JsonNode reference = node.path("$ref");
        if (reference.isMissingNode()) {
            walk(schema, node, path, keys);
        } else if (!WORDS.containsKey(lastWord(reference))) {
            String file = reference.asText().startsWith("#")
                    ? schema
                    : reference.asText().replaceAll("\\.json#.*", "");
            walk(file, resolved(schema, node), path, keys);
        }
    }

    private static String lastWord(JsonNode reference) {
        return reference.asText().substring(reference.asText().lastIndexOf('/') + 1);
    }

    private JsonNode resolved(String schema, JsonNode node) {
        String reference = node.path("$ref").asText();
        String file = reference.startsWith("#") ? schema : reference.replaceAll("\\.json#.*", "");
        return schemas.get(file).at(reference.substring(reference.indexOf('#') + 1));
    }

    private Key key(String schema, JsonNode node) {
        String meaning = node.path("description").asText("");
        if (node.has("$ref")) {
            String word = lastWord(node.path("$ref"));
            JsonNode target = resolved(schema, node);
            String said = meaning.isEmpty() ? target.path("description").asText("") : meaning;
            return new Key(
                    WORDS.getOrDefault(word, form(target)), word.equals("condition") && meaning.isEmpty() ? "" : said);
        }
        return new Key(form(node), meaning);
    }

    private static String form(JsonNode node) {
        if (node.has("enum")) {
            List<String> values = new ArrayList<>();
            node.get("enum").forEach(value -> values.add("`" + value.asText() + "`"));
            return String.join(", ", values);
        }
        if (node.has("oneOf") || node.has("anyOf")) {
            List<String> forms = new ArrayList<>();
            (node.has("oneOf") ? node.get("oneOf") : node.get("anyOf")).forEach(one -> {
                String form = form(one);
                if (!form.isEmpty() && !forms.contains(form)) {
                    forms.add(form);
                }
            });
            return String.join(", or ", forms);
        }
        if (node.has("$ref")) {
            return WORDS.getOrDefault(lastWord(node.path("$ref")), "");
        }
        JsonNode type = node.path("type");
        if (type.isArray()) {
            return "text or number";
        }
        return switch (type.asText("")) {
            case "string" -> "text";
            case "integer", "number" -> "number";
            case "array" -> "list";
            case "object" -> "keys";
            default -> "";
        };
    }
}
