package health.medley.cli.internal.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a practice may state is what the rules can be given: the platform's table of facts. */
class VocabularyTest {

    private static Set<String> facts(String where) throws IOException {
        Set<String> names = new TreeSet<>();
        Path table = Path.of("../billing-bundle/src/main/resources/medley/billing/facts.csv");
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split(",", -1);
            if (cells[1].equals(where)) {
                names.add(cells[0]);
            }
        }
        return names;
    }

    @Test
    void knowsEveryFactAPracticeMayState() throws IOException {
        Set<String> facts = facts("extra");
        // a practice states these for each consent, in enrollments.csv, and its fee locality in practice.json
        facts.removeAll(Set.of("consent_items", "locality"));
        assertEquals(facts, new TreeSet<>(Vocabulary.FACTS.keySet()));
    }

    @Test
    void knowsEveryEventOfAPatient() throws IOException {
        assertEquals(facts("event"), new TreeSet<>(Vocabulary.EVENTS.keySet()));
    }
}
