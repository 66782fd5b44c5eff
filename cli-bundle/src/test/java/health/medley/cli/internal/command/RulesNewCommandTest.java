package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesNewCommandTest {

    private static final Pattern SCHEMA = Pattern.compile("^# yaml-language-server: \\$schema=(\\S+)\n");

    @TempDir
    private Path folder;

    private final FakePlatform platform = new FakePlatform();
    private final Captured output = new Captured();

    private ExitStatus make(String... words) {
        return output.run(new RulesNewCommand(platform.ports, platform.library(), platform.billing()), folder, words);
    }

    private List<Path> written(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void writesFilesWithNothingLeftToFillInAndTheirSchemasBesideThem() throws IOException {
        assertEquals(ExitStatus.DONE, make("home-2027"));
        assertEquals(8, written("home-2027").size());
        for (Path file : written("home-2027")) {
            String text = Files.readString(file);
            assertFalse(Pattern.compile("@[a-z-]+@").matcher(text).find(), file + "\n" + text);
            if (file.toString().endsWith(".yaml")) {
                Matcher schema = SCHEMA.matcher(text);
                assertTrue(schema.find(), file.toString());
                assertTrue(Files.isRegularFile(file.resolveSibling(schema.group(1))), file + " " + schema.group(1));
            }
        }
        String program = Files.readString(folder.resolve("home-2027/program.yaml"));
        assertTrue(program.contains("\nprogram: home\n"), program);
        assertTrue(program.contains("\nmonths: {from: 2027-01, to: 2027-12}\n"), program);
    }

    @Test
    void writesEverySchemaThatIsPublishedAndNoneThatLooksToTheInternet() throws IOException {
        make("home-2027");
        Path published = Path.of("../billing-bundle/src/main/resources/medley/schema");
        try (Stream<Path> schemas = Files.list(published)) {
            assertEquals(
                    schemas.map(file -> file.getFileName().toString()).sorted().toList(),
                    written("medley-schema").stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
        for (Path schema : written("medley-schema")) {
            assertFalse(Files.readString(schema).contains("\"$id\""), schema.toString());
        }
    }

    @Test
    void takesAProgramAndMonths() throws IOException {
        assertEquals(ExitStatus.DONE, make("mine", "--program", "pcm", "--months", "2025-11,2026-02"));
        String cases = Files.readString(folder.resolve("mine/cases.csv"));
        assertTrue(cases.contains("MONTH-2025-12,the month is covered,2025-12,pcm_staff,"), cases);
        assertTrue(cases.contains("MONTH-2026-02,"), cases);
        assertFalse(cases.contains("MONTH-2026-03,"), cases);
        assertTrue(Files.readString(folder.resolve("mine/fees.csv")).contains("X0001,2025-11-01,2026-02-28,"));
    }

    @Test
    void copiesInstalledRulesOrAJarWithTheLineForTheEditor() throws IOException {
        assertEquals(ExitStatus.DONE, make("ccm-2025", "--copy", "ccm-2025"));
        assertEquals(
                "# yaml-language-server: $schema=../medley-schema/program.json\nname: ccm-2025\n",
                Files.readString(folder.resolve("ccm-2025/program.yaml")));
        assertEquals(
                FakePlatform.RULES.files().get("cases.csv"), Files.readString(folder.resolve("ccm-2025/cases.csv")));
        assertEquals(ExitStatus.INPUT_WRONG, make("other", "--copy", "nowhere.jar"));
        assertFalse(Files.exists(folder.resolve("other")));
    }

    @Test
    void touchesNothingThatIsThere() throws IOException {
        Files.createDirectories(folder.resolve("home-2027"));
        Files.writeString(folder.resolve("home-2027/program.yaml"), "mine");
        assertEquals(ExitStatus.INPUT_WRONG, make("home-2027"));
        assertEquals("mine", Files.readString(folder.resolve("home-2027/program.yaml")));
        assertFalse(Files.exists(folder.resolve("medley-schema")));
    }

    @Test
    void wantsANameAndMonthsThatMakeSense() {
        for (String[] words : new String[][] {
            {"Home-2027"},
            {"../home-2027"},
            {"home"},
            {"home-2027", "--months", "2027-01"},
            {"home-2027", "--months", "2027-12,2027-01"},
            {"home-2027", "--months", "2027-13,2028-01"},
            {"home-2027", "--program", "A B"},
            {}
        }) {
            assertEquals(ExitStatus.WORDS_WRONG, make(words), String.join(" ", words));
        }
        assertFalse(Files.exists(folder.resolve("medley-schema")));
    }
}
