package health.medley.prescription.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.prescription.ConflictSeverity;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The data of the table checker, as it ships with this bundle. Read once; never changes after.
 *
 * @param version name and version of the data
 * @param ingredients the ingredients it knows
 * @param classes the classes it knows, by their keys
 * @param pairs what is dangerous together
 * @param sources title and date of each source, by key
 */
record InteractionTable(
        String version,
        List<Ingredient> ingredients,
        Map<String, MedicationClass> classes,
        List<Pair> pairs,
        Map<String, String> sources) {

    /** The source of what the makers say by themselves. */
    static final String OWN = "own";

    private static final String FOLDER = "/medley/prescription/interactions/";
    private static final String CLASS = "class:";

    /** An ingredient: by which words, as {@link Recognition} compares them, and codes it is known, and its classes. */
    record Ingredient(String name, List<String> words, Set<String> atc, Set<String> classes) {}

    /** A class of ingredients, and whether one at a time is enough. */
    record MedicationClass(String name, boolean oneAtATime) {}

    /** Two ingredients, or classes with {@code class:} before them, that are dangerous together. */
    record Pair(String one, String other, ConflictSeverity severity, String text, String source) {

        /** Whether this is about these two, in either order. */
        boolean matches(Ingredient first, Ingredient second) {
            return is(one, first) && is(other, second) || is(one, second) && is(other, first);
        }

        private static boolean is(String side, Ingredient ingredient) {
            return side.startsWith(CLASS)
                    ? ingredient.classes().contains(side.substring(CLASS.length()))
                    : ingredient.name().equals(side);
        }
    }

    /**
     * Read the data that ships.
     *
     * @throws MedleyException {@code PLATFORM_FAULTY} if a file is missing or not as it must be
     */
    static InteractionTable shipped() {
        Map<String, MedicationClass> classes = new HashMap<>();
        each(
                "classes.csv",
                row -> classes.put(
                        row.getField("class"),
                        new MedicationClass(
                                row.getField("name"),
                                row.getField("one_at_a_time").equals("yes"))));
        Map<String, String> sources = new LinkedHashMap<>();
        each(
                "sources.csv",
                row -> sources.put(row.getField("source"), row.getField("title") + " (" + row.getField("date") + ")"));
        List<Ingredient> ingredients = new ArrayList<>();
        each("ingredients.csv", row -> ingredients.add(ingredient(row)));
        List<Pair> pairs = new ArrayList<>();
        each(
                "pairs.csv",
                row -> pairs.add(new Pair(
                        row.getField("one"),
                        row.getField("other"),
                        ConflictSeverity.valueOf(row.getField("severity")),
                        row.getField("text"),
                        row.getField("source"))));
        InteractionTable table =
                new InteractionTable(text("version.txt").strip(), ingredients, classes, pairs, sources);
        table.check();
        return table;
    }

    private static Ingredient ingredient(NamedCsvRecord row) {
        List<String> names = new ArrayList<>();
        names.add(row.getField("ingredient"));
        names.addAll(parts(row.getField("other_names")));
        return new Ingredient(
                row.getField("ingredient"),
                names.stream().map(Recognition::words).toList(),
                Set.copyOf(parts(row.getField("atc"))),
                Set.copyOf(parts(row.getField("classes"))));
    }

    private static List<String> parts(String field) {
        return Arrays.stream(field.split(";")).filter(part -> !part.isBlank()).toList();
    }

    private void check() {
        Set<String> sides = new HashSet<>();
        ingredients.forEach(ingredient -> sides.add(ingredient.name()));
        classes.keySet().forEach(key -> sides.add(CLASS + key));
        for (Pair pair : pairs) {
            if (!sides.contains(pair.one()) || !sides.contains(pair.other()) || !sources.containsKey(pair.source())) {
                throw faulty(
                        "pairs.csv",
                        "the row " + pair.one() + ", " + pair.other()
                                + " names an ingredient, class or source that is not there",
                        null);
            }
        }
        for (Ingredient ingredient : ingredients) {
            if (!classes.keySet().containsAll(ingredient.classes())) {
                throw faulty("ingredients.csv", "the row " + ingredient.name() + " names an unknown class", null);
            }
        }
    }

    private static void each(String file, Consumer<NamedCsvRecord> taker) {
        try (Reader text = new InputStreamReader(open(file), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(taker);
        } catch (IOException | IllegalArgumentException e) {
            throw faulty(file, e.getMessage(), e);
        }
    }

    private static String text(String file) {
        try (InputStream bytes = open(file)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw faulty(file, e.getMessage(), e);
        }
    }

    private static InputStream open(String file) {
        InputStream bytes = InteractionTable.class.getResourceAsStream(FOLDER + file);
        if (bytes == null) {
            throw faulty(file, "it is missing from the bundle", null);
        }
        return bytes;
    }

    private static MedleyException faulty(String file, String problem, @Nullable Throwable cause) {
        return new MedleyException(
                ErrorCode.PLATFORM_FAULTY,
                "Reading the table of interactions " + file + ": " + problem
                        + ". Install the prescription bundle again from its distribution.",
                cause);
    }
}
