package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.command.ExitStatus;
import health.medley.itests.support.RuleFolder;
import health.medley.itests.support.Said;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule bundle is accepted as shipped and refused once something in it is wrong, with the place. */
class RulesCheckIT {
    private static final String CODE = "codes/99490.yaml";

    private static Medley medley;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        medley = Medley.start(new MedleyConfig());
    }

    @AfterAll
    static void stop() {
        medley.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ccm-2024", "ccm-2025", "ccm-2026"})
    void theShippedRulesPass(String name) {
        Said said = check(Places.bundle(name));
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        assertTrue(last(said).matches("[1-9]\\d* passed, 0 failed"), said::toString);
    }

    @Test
    void anUnknownKeyIsRefusedWithFileAndLine() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        int line = rules.append(CODE, "colour: blue");
        refused(rules, CODE + ":" + line, "colour");
    }

    @Test
    void aValueWithoutItsSourceIsRefusedWithFileAndLine() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        int line = rules.replaceFirst(CODE, ", source: \"[^\"]*\"", "");
        refused(rules, CODE + ":" + line, "source");
    }

    @Test
    void aChangedThresholdFailsItsCasesAndNamesTheClause() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        rules.replaceFirst(CODE, "\\b20 min\\b", "25 min");
        Said said = check(rules.path());
        assertEquals(ExitStatus.NO, said.status(), said::toString);
        assertTrue(last(said).matches("\\d+ passed, [1-9]\\d* failed"), said::toString);
        assertTrue(
                said.lines().stream().anyMatch(line -> line.contains("99490") && line.contains("NO_BILL")),
                said::toString);
    }

    @Test
    void aMonthWithoutFeesIsRefused() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        rules.replaceAll("fees.csv", "2025-12-31", "2025-11-30");
        refused(rules, "fees.csv", "2025-12");
    }

    @Test
    void rulesWithoutTheirMonthsAreRefused() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        rules.replaceFirst("program.yaml", "(?m)^months:.*\\R", "");
        refused(rules, "program.yaml", "months");
    }

    @Test
    void yamlThatIsNoneIsRefusedWithItsLine() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        int line = rules.append(CODE, "units: {at-most: [2}");
        refused(rules, CODE + ":" + line, "");
    }

    @Test
    void aFolderWithoutRulesIsRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Said said = check(empty);
        assertTrue(said.status() != ExitStatus.DONE, said::toString);
        assertTrue(said.notes().stream().anyMatch(note -> note.contains("program.yaml")), said::toString);
    }

    private void refused(RuleFolder rules, String place, String word) {
        Said said = check(rules.path());
        assertEquals(ExitStatus.NO, said.status(), said::toString);
        String all = said.toString();
        assertTrue(all.contains(place), () -> "expected " + place + " in " + all);
        assertTrue(all.contains(word), () -> "expected " + word + " in " + all);
    }

    private Said check(Path rules) {
        return Said.by(medley, "rules check", folder, rules.toString());
    }

    private static String last(Said said) {
        return said.lines().get(said.lines().size() - 1);
    }
}
