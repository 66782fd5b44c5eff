package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import health.medley.billing.internal.plan.DemoRules;
import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.rules.RuleSet;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class RuleSchemaTest {
    private static final String PUBLISHED = "https://medley.health/schema/rules-1/";
    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(PUBLISHED, "classpath:medley/schema/")));

    private Set<ValidationMessage> validate(String file, String text) {
        String kind = file.startsWith("codes/") ? "code" : file.replace(".yaml", "");
        JsonSchema schema = factory.getSchema(SchemaLocation.of(PUBLISHED + kind + ".json"));
        Object value = new Load(LoadSettings.builder().build()).loadFromString(text);
        JsonNode node = new ObjectMapper().valueToTree(value);
        return schema.validate(node);
    }

    @TestFactory
    List<DynamicTest> everyShippedFileIsAsPublished() {
        List<DynamicTest> tests = new ArrayList<>();
        for (RuleSet rules : RuleFolder.all()) {
            tests.addAll(asPublished(rules.ref().name(), rules.files()));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> theKeysOfServicesAndParametersAreAsPublished() {
        return asPublished("demo", DemoRules.files());
    }

    private List<DynamicTest> asPublished(String name, Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".yaml"))
                .map(file -> DynamicTest.dynamicTest(
                        name + " " + file.getKey(),
                        () -> assertEquals(Set.of(), validate(file.getKey(), file.getValue()))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> everyKeyIsDescribed() {
        return Stream.of("common", "program", "reasons", "eligibility", "conflicts", "time", "claim", "code")
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    try (InputStream in =
                            RuleSchemaTest.class.getResourceAsStream("/medley/schema/" + name + ".json")) {
                        described("", new ObjectMapper().readTree(in));
                    }
                }))
                .toList();
    }

    private static void described(String path, JsonNode node) {
        if (node.path("properties").isObject()) {
            node.get("properties")
                    .properties()
                    .forEach(key -> assertFalse(
                            key.getValue().path("description").asText().isBlank(),
                            path + "/" + key.getKey() + " has no description"));
        }
        node.properties().forEach(entry -> described(path + "/" + entry.getKey(), entry.getValue()));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            described(path + "/" + i, node.get(i));
        }
    }

    /** A mistake: file, text to replace, what replaces it. */
    private record Mistake(String name, String file, String from, String to) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("an unknown key", "codes/99490.yaml", "family: staff", "family: staff\ncolour: red"),
            new Mistake("no source", "codes/99490.yaml", "source: \"NGS", "sauce: \"NGS"),
            new Mistake("no unit", "codes/99490.yaml", "20 min, per", "20, per"),
            new Mistake("no such outcome", "eligibility.yaml", "outcome: hold", "outcome: maybe"),
            new Mistake("no such comparison", "eligibility.yaml", "at-least: {par", "atleast: {par"),
            new Mistake("no stage", "claim.yaml", "stage: billed", "stage: bill"),
            new Mistake("no units", "codes/99439.yaml", "at-most: 2", "at-most: many"),
            new Mistake("no such choice", "program.yaml", "choose: declared track", "choose: at random"),
            new Mistake("no day", "conflicts.yaml", "from: 2025-01-01", "from: New Year"),
            new Mistake(
                    "no condition",
                    "time.yaml",
                    "when: {fact: other_program, is: tcm}",
                    "when: {fact: other_program}"));

    private static final List<Mistake> MISTAKES_OF_DEMO = List.of(
            new Mistake("no such key of a track", "program.yaml", "name: any, service:", "name: any, servise:"),
            new Mistake(
                    "no source of what it judges",
                    "program.yaml",
                    "from: 2025-01-01, source: \"demo\"}\nfalls",
                    "from: 2025-01-01}\nfalls"),
            new Mistake("no codes to judge", "program.yaml", "judges: {codes:", "judges: {code:"),
            new Mistake("no track to fall back to", "program.yaml", "track: staff", "tracks: staff"),
            new Mistake("no such condition", "program.yaml", "applies-when: {fact:", "applies-when: {facts:"),
            new Mistake("no such service key", "claim.yaml", "service: talk", "servise: talk"),
            new Mistake("no such doubt", "eligibility.yaml", "doubtful: yes", "doubtful: perhaps"),
            new Mistake("no unit of a parameter", "eligibility.yaml", "value: 20, unit: min", "value: 20"),
            new Mistake("neither yes nor no", "eligibility.yaml", "weekends-count, is: no", "weekends-count, is: off"),
            new Mistake("no parameter of an amount", "codes/90010.yaml", "{parameter: first}", "{param: first}"),
            new Mistake("no parameter of units", "codes/90011.yaml", "{parameter: most}", "{param: most}"),
            new Mistake("no reason of an edit", "conflicts.yaml", "denied: NCCI_PAIR, ", ""),
            new Mistake("no codes of visits", "conflicts.yaml", "visits: {codes:", "visits: {code:"),
            new Mistake("no such modifier", "conflicts.yaml", "modifier: \"59\"", "modifier: \"five\""));

    @TestFactory
    List<DynamicTest> whatTheSchemaRefusesTheReaderRefusesToo() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Mistake mistake : MISTAKES) {
            tests.add(refused(mistake, RuleFolder.files(2025), files -> RuleFolder.set(2025, files)));
        }
        for (Mistake mistake : MISTAKES_OF_DEMO) {
            tests.add(refused(mistake, DemoRules.files(), DemoRules::set));
        }
        return tests;
    }

    private DynamicTest refused(
            Mistake mistake, Map<String, String> files, Function<Map<String, String>, RuleSet> set) {
        String whole = files.get(mistake.file());
        String broken = whole.replace(mistake.from(), mistake.to());
        files.put(mistake.file(), broken);
        return DynamicTest.dynamicTest(mistake.name(), () -> {
            assertNotEquals(whole, broken);
            assertFalse(validate(mistake.file(), broken).isEmpty(), "the schema accepts it");
            RuleProblems problems = new RuleProblems();
            RuleCompiler.compileAll(set.apply(files), Map.of(), problems);
            assertFalse(problems.isEmpty(), "the reader accepts it");
        });
    }
}
