package health.medley.cli.internal.starter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Dmedley.docs.update=true} the test writes the page instead of comparing it. */
class RuleLanguageReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/rule-language.md");
    private static final Path SCHEMAS = Path.of("../billing-bundle/src/main/resources/medley/schema");
    private static final String GENERATED = "<!-- from here on generated from the schemas -->\n";

    @Test
    void thePageSaysWhatTheSchemasSay() throws IOException {
        String page = Files.readString(PAGE);
        int generated = page.indexOf(GENERATED) + GENERATED.length();
        String introduction = page.substring(0, generated);
        String expected = new RuleLanguagePage(SCHEMAS).text(introduction);
        if (Boolean.getBoolean("medley.docs.update")) {
            Files.writeString(PAGE, expected);
        } else {
            assertEquals(expected, page, "run this test with -Dmedley.docs.update=true, and read what changed");
        }
    }
}
