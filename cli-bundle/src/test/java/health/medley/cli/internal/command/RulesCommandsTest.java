package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.cli.internal.practice.TestFiles;
import health.medley.core.InputProblem;
import health.medley.core.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesCommandsTest {

    @TempDir
    private Path folder;

    private final FakePlatform platform = new FakePlatform();
    private final Captured output = new Captured();

    private ExitStatus check(String... words) {
        return output.run(new RulesCheckCommand(platform.ports, platform.library(), platform.billing()), folder, words);
    }

    private ExitStatus pack(String... words) {
        return output.run(new RulesPackCommand(platform.ports, platform.library(), platform.billing()), folder, words);
    }

    @Test
    void acceptsABundleWhoseCasesPass() {
        assertEquals(ExitStatus.DONE, check("."));
        assertEquals(
                "ccm-2025 1.0.0 (program ccm, months 2025-01 to 2025-12), SHA-256 "
                        + FakePlatform.RULES.ref().sha256(),
                output.lines.get(0));
        assertEquals("1 passed, 0 failed", output.last());
    }

    @Test
    void refusesABundleThatDoesNotCompileWithPlaceAndRemedy() {
        platform.ruleProblems.add(new InputProblem(
                "codes/99490.yaml", 7, "3", "minuts", "This key is unknown.", "Did you mean minutes?"));
        assertEquals(ExitStatus.NO, check("."));
        assertEquals(
                "codes/99490.yaml:7:3: \"minuts\": This key is unknown. Did you mean minutes?", output.lines.get(1));
        assertEquals("Refused: 1 problem; no case was run.", output.lines.get(2));
        assertEquals("0 passed, 0 failed", output.last());
    }

    @Test
    void givesALineForEachFailedCaseOfAFile() {
        TestFiles.write(
                folder,
                "mine.csv",
                "id,staff_minutes,expected_status,expected_codes,expected_reason\n"
                        + "C1,20,BILL,99490x1,OK\nC2,19,BILL,99490x1,OK\n");
        assertEquals(ExitStatus.NO, check(".", "--cases", "mine.csv"));
        assertEquals(
                "mine.csv:3: case C2: expected BILL 99490x1 OK, got NO_BILL TIME_BELOW_20, by codes/99490.yaml#time",
                output.lines.get(1));
        assertEquals("1 passed, 1 failed", output.last());
    }

    @Test
    void showsBothAmountsWhereACaseExpectsOne() {
        TestFiles.write(
                folder,
                "mine.csv",
                "id,staff_minutes,expected_status,expected_codes,expected_reason,expected_amount\n"
                        + "C1,19,BILL,99490x1,OK,60.49\n");
        assertEquals(ExitStatus.NO, check(".", "--cases", "mine.csv"));
        assertEquals(
                "mine.csv:2: case C1: expected BILL 99490x1 OK 60.49, got NO_BILL TIME_BELOW_20 0.00, by"
                        + " codes/99490.yaml#time",
                output.lines.get(1));
    }

    @Test
    void exitsThreeWhereNothingIsAtThePath() {
        assertEquals(ExitStatus.INPUT_WRONG, check("nowhere.jar"));
        assertEquals(List.of("FILE_UNREADABLE: Reading rules: nothing is there."), output.notes);
        assertEquals(ExitStatus.INPUT_WRONG, check(".", "--cases", "nowhere.csv"));
    }

    @Test
    void refusesWhatIsNoRuleBundle() {
        TestFiles.write(folder, "evil.class", "x");
        assertEquals(ExitStatus.NO, check("."));
        assertEquals("0 passed, 0 failed", output.last());
    }

    @Test
    void needsExactlyOnePath() {
        assertEquals(ExitStatus.WORDS_WRONG, check());
        assertEquals(ExitStatus.WORDS_WRONG, check("a", "b"));
        assertEquals("The word \"b\" is one too many.", output.notes.get(2));
    }

    @Test
    void checksAsJson() throws IOException {
        assertEquals(ExitStatus.DONE, check(".", "--json"));
        assertTrue(new ObjectMapper().readTree(output.text()).at("/accepted").asBoolean());
    }

    @Test
    void packsTheSameBytesTwice() throws IOException {
        assertEquals(ExitStatus.DONE, pack("."));
        assertEquals(ExitStatus.DONE, pack(".", "--out", "again/b.jar"));
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("ccm-2025-1.0.0.jar")),
                Files.readAllBytes(folder.resolve("again/b.jar")));
        assertTrue(output.last().startsWith("Packed into " + folder.resolve("again/b.jar") + ", SHA-256 "));
    }

    @Test
    void packsABundleThatOsgiAndTheLibraryUnderstand() throws IOException {
        pack(".", "--out", "b.jar");
        try (JarFile jar = new JarFile(folder.resolve("b.jar").toFile())) {
            Attributes headers = jar.getManifest().getMainAttributes();
            assertEquals("2", headers.getValue("Bundle-ManifestVersion"));
            assertEquals("health.medley.rules.ccm-2025", headers.getValue("Bundle-SymbolicName"));
            assertEquals("1.0.0", headers.getValue("Bundle-Version"));
            assertEquals(
                    "medley.rules;name=\"ccm-2025\";program=\"ccm\";months=\"[2025-01,2025-12]\"",
                    headers.getValue("Provide-Capability"));
            assertEquals(
                    List.of("META-INF/MANIFEST.MF", "medley/rules/cases.csv", "medley/rules/program.yaml"),
                    jar.stream().map(JarEntry::getName).toList());
        }
    }

    @Test
    void packsNothingThatIsRefused() {
        platform.ruleProblems.add(new InputProblem("program.yaml", 1, "1", "", "Wrong.", "Mend it."));
        assertEquals(ExitStatus.NO, pack("."));
        assertFalse(Files.exists(folder.resolve("ccm-2025-1.0.0.jar")));
    }

    @Test
    void listsInstalledRules() throws IOException {
        RulesListCommand list = new RulesListCommand(platform.ports, platform.library());
        assertEquals(ExitStatus.DONE, output.run(list, folder));
        assertTrue(output.last().startsWith("ccm-2025  1.0.0    ccm      2025-01 to 2025-12  yes"), output.last());
        output.lines.clear();
        output.run(list, folder, "--json");
        assertEquals(
                "2025-12",
                new ObjectMapper().readTree(output.text()).at("/0/to").asText());
    }
}
