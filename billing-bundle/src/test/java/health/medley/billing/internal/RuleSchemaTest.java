package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        for (int year : RuleFolder.YEARS) {
            RuleFolder.files(year).forEach((file, text) -> {
                if (file.endsWith(".yaml")) {
                    tests.add(DynamicTest.dynamicTest(
                            year + " " + file, () -> assertEquals(Set.of(), validate(file, text))));
                }
            });
        }
        return tests;
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

    @TestFactory
    List<DynamicTest> whatTheSchemaRefusesTheReaderRefusesToo() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Mistake mistake : MISTAKES) {
            Map<String, String> files = RuleFolder.files(2025);
            String broken = files.get(mistake.file()).replace(mistake.from(), mistake.to());
            files.put(mistake.file(), broken);
            tests.add(DynamicTest.dynamicTest(mistake.name(), () -> {
                assertFalse(validate(mistake.file(), broken).isEmpty(), "the schema accepts it");
                assertFalse(
                        FakePorts.billing()
                                .check(FakePorts.CALLER, RuleFolder.set(2025, files))
                                .problems()
                                .isEmpty(),
                        "the reader accepts it");
            }));
        }
        return tests;
    }
}
