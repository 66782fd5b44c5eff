package health.medley.billing.internal.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactsReferenceTest {

    @Test
    void everyFactStandsInTheReferenceAndNoOther() throws IOException {
        String reference = Files.readString(Path.of("..", "docs", "reference", "facts.md"));
        List<String> facts = vocabulary();
        for (String fact : facts) {
            assertTrue(reference.contains("| `" + fact + "` |"), "docs/reference/facts.md lacks " + fact);
        }
        long rows = reference.lines().filter(line -> line.startsWith("| `")).count();
        assertEquals(facts.size(), rows, "docs/reference/facts.md has other facts than facts.csv");
    }

    private static List<String> vocabulary() throws IOException {
        try (InputStream in = FactsReferenceTest.class.getResourceAsStream("/medley/billing/facts.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        }
    }
}
