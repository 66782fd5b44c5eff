package health.medley.prescription.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.prescription.ConflictSeverity;
import health.medley.core.prescription.MedicationCode;
import health.medley.prescription.internal.InteractionTable.Ingredient;
import health.medley.prescription.internal.InteractionTable.Pair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class InteractionTableTest {
    private static final Path ORDERS =
            Path.of("../distribution/src/main/dist/sample-practice/chart/MedicationRequest.ndjson.gz");

    private final InteractionTable table = InteractionTable.shipped();

    @Test
    void namesEachIngredientAndEachPairOnce() {
        Set<String> names = new HashSet<>();
        for (Ingredient ingredient : table.ingredients()) {
            ingredient.words().forEach(name -> assertTrue(names.add(name), name));
            assertTrue(!ingredient.atc().isEmpty(), ingredient.name());
            ingredient.atc().forEach(code -> assertTrue(code.matches("[A-Z]\\d\\d[A-Z]{2}\\d\\d"), code));
        }
        Set<Set<String>> pairs = new HashSet<>();
        for (Pair pair : table.pairs()) {
            assertTrue(pairs.add(Set.of(pair.one(), pair.other())), pair.toString());
        }
    }

    @Test
    void saysOfEachPairWhatToDoAndWhoSaysSo() {
        for (Pair pair : table.pairs()) {
            assertTrue(pair.severity() != ConflictSeverity.RECORD, pair.toString());
            assertTrue(pair.text().length() > 15 && pair.text().endsWith("."), pair.text());
            String source = table.sources().get(pair.source());
            assertTrue(source.matches(".+ \\(\\d{4}(-\\d{2}(-\\d{2})?)?\\)"), source);
        }
    }

    @Test
    void isCountedRightInTheDocuments() throws IOException {
        String page =
                Files.readString(Path.of("../docs/reference/medications.md")).replaceAll("\\s+", " ");

        assertTrue(page.contains(table.ingredients().size() + " ingredients in "
                + table.classes().size() + " classes and " + table.pairs().size() + " pairs"));
    }

    @Test
    void usesEverySourceAndEveryClass() {
        Set<String> sources = new TreeSet<>(table.sources().keySet());
        sources.remove(InteractionTable.OWN);
        table.pairs().forEach(pair -> sources.remove(pair.source()));
        assertEquals(Set.of(), sources);

        Set<String> classes = new TreeSet<>(table.classes().keySet());
        table.ingredients().forEach(ingredient -> classes.removeAll(ingredient.classes()));
        assertEquals(Set.of(), classes);
    }

    @Test
    void knowsMostOfWhatTheSamplePracticeOrders() throws IOException {
        Recognition recognition = new Recognition(table);
        ObjectMapper mapper = new ObjectMapper();
        int known = 0;
        int active = 0;
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(ORDERS)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode order = mapper.readTree(line);
                String name =
                        order.path("medicationCodeableConcept").path("text").asText();
                if (order.path("status").asText().equals("active") && !name.isEmpty()) {
                    active++;
                    known += recognition
                                    .ingredients(new MedicationCode("", "", name))
                                    .isEmpty()
                            ? 0
                            : 1;
                }
            }
        }
        assertTrue(active > 1_000, active + " active orders");
        assertTrue(known * 100 >= active * 85, known + " of " + active + " known");
    }
}
