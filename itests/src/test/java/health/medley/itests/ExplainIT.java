package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.command.ExitStatus;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSet;
import health.medley.itests.oracle.Csv;
import health.medley.itests.support.RuleFolder;
import health.medley.itests.support.Said;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A month of the sample practice explained, verified, tampered with, and compared under changed rules. */
@Timeout(300)
class ExplainIT {
    @TempDir
    private static Path folder;

    private static Medley medley;
    private static List<String> recorded;

    @BeforeAll
    static void runTheMonth() throws IOException {
        medley = Medley.start(new MedleyConfig());
        Said said = Said.by(medley, "run", folder, "--practice", practice(), "--month", "2025-03", "--out", "out");
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        recorded = Files.readAllLines(folder.resolve("out/determinations.ndjson"));
    }

    @AfterAll
    static void close() {
        medley.close();
    }

    private static String practice() {
        return Places.samplePractice().toString();
    }

    private static Said explain(String patient, String... more) {
        String[] words = new String[6 + more.length];
        List.of("--practice", practice(), "--month", "2025-03", "--patient", patient)
                .toArray(words);
        System.arraycopy(more, 0, words, 6, more.length);
        return Said.by(medley, "explain", folder, words);
    }

    @Test
    void aPatientOfEachReasonIsExplainedAsWasDecided() throws IOException {
        Set<String> reasons = new HashSet<>();
        for (Map<String, String> row : Csv.read(folder.resolve("out/determinations.csv"))) {
            if (!reasons.add(row.get("reason"))) {
                continue;
            }
            Said said = explain(row.get("patient"));
            assertEquals(ExitStatus.DONE, said.status(), said::toString);
            String codes = row.get("codes");
            String answer = row.get("program") + ": " + row.get("status")
                    + (codes.isEmpty() ? "" : "  " + codes + "  $" + row.get("amount"));
            assertTrue(said.lines().contains(answer), () -> answer + "\n" + said);
            assertTrue(
                    said.lines().stream().anyMatch(line -> line.startsWith("  Reason " + row.get("reason") + ": ")),
                    said::toString);
            assertTrue(said.lines().contains("What was checked and is met"), said::toString);
            assertTrue(said.lines().stream().allMatch(line -> line.length() <= 260), said::toString);
        }
        assertTrue(reasons.size() > 15, reasons.toString());
    }

    @Test
    void theLineThatWasRecordedIsTheOneThatIsExplained() throws IOException {
        String patient =
                Csv.read(folder.resolve("out/determinations.csv")).get(0).get("patient");
        Said said = explain(patient, "--json");
        Files.writeString(folder.resolve("one.json"), String.join("\n", said.lines()));
        Said verified = Said.by(medley, "explain", folder, "--verify", "one.json");
        assertEquals(List.of("1 verified, 0 differ, 0 unknown rules"), verified.lines());
        assertEquals(
                recorded.get(0).replaceAll("\\s", ""),
                String.join("", said.lines()).replaceAll("\\s", "").replaceAll("^\\[|\\]$", ""));
    }

    @Test
    void whatWasRecordedIsVerified() {
        Said said = Said.by(medley, "explain", folder, "--verify", "out/determinations.ndjson");
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        assertEquals(List.of(recorded.size() + " verified, 0 differ, 0 unknown rules"), said.lines());
    }

    @Test
    void oneFieldThatWasTamperedWithIsFound() throws IOException {
        Map<String, String> tampered = Map.of(
                "\"status\":\"BILL\"", "\"status\":\"HOLD\"",
                "\"reason\":\"OK\"", "\"reason\":\"ADDON_CAP_2\"",
                "\"codes\":\\[\"99490x1\"", "\"codes\":[\"99490x2\"",
                "\"amount\":\"\\d+", "\"amount\":\"1",
                "\"date_of_service\":\"2025-03-31\",\"facts\"", "\"date_of_service\":\"2025-03-30\",\"facts\"",
                "\"pooled_seconds\":\"\\d+\",\"pr", "\"pooled_seconds\":\"86400\",\"pr",
                "\"outcome\":\"MET\"", "\"outcome\":\"NOTE\"",
                "\"in_force\":\"2015-01-01\"", "\"in_force\":\"2016-01-01\"");
        for (Map.Entry<String, String> change : tampered.entrySet()) {
            Pattern pattern = Pattern.compile(change.getKey());
            String line = recorded.stream()
                    .filter(one -> pattern.matcher(one).find() && one.contains("\"status\":\"BILL\""))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(change.getKey()));
            String changed = pattern.matcher(line).replaceFirst(Matcher.quoteReplacement(change.getValue()));
            assertFalse(changed.equals(line), change.getKey());
            Files.write(folder.resolve("tampered.ndjson"), List.of(recorded.get(1), changed));
            Said said = Said.by(medley, "explain", folder, "--verify", "tampered.ndjson");
            assertEquals(ExitStatus.NO, said.status(), () -> change + "\n" + said);
            assertEquals(
                    "1 verified, 1 differ, 0 unknown rules",
                    said.lines().get(said.lines().size() - 1));
            assertTrue(said.lines().get(0).startsWith("Line 2, patient "), said::toString);
        }
    }

    @Test
    void rulesThatAreNoLongerInstalledVerifyFromTheirJar() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        rules.replaceFirst("program.yaml", "(?m)^version: .*", "version: 0.9.0");
        Said packed = Said.by(medley, "rules pack", folder, rules.path().toString(), "--out", "old.jar");
        assertEquals(ExitStatus.DONE, packed.status(), packed::toString);
        String hash = packed.lines().get(0).replaceAll(".*SHA-256 ", "");
        String line = recorded.get(0)
                .replaceAll(
                        "\"rules\":\\{\"hash\":\"[0-9a-f]+\",\"name\":\"ccm-2025\",\"version\":\"[^\"]+\"\\}",
                        "" + "\"rules\":{\"hash\":\"" + hash + "\",\"name\":\"ccm-2025\",\"version\":\"0.9.0\"}");
        Files.writeString(folder.resolve("old.ndjson"), line + "\n");
        Said unknown = Said.by(medley, "explain", folder, "--verify", "old.ndjson");
        assertEquals(
                "0 verified, 0 differ, 1 unknown rules",
                unknown.lines().get(unknown.lines().size() - 1));
        assertTrue(unknown.lines().get(0).contains("--rules JAR"), unknown::toString);
        Said known = Said.by(medley, "explain", folder, "--verify", "old.ndjson", "--rules", "old.jar");
        assertEquals(List.of("1 verified, 0 differ, 0 unknown rules"), known.lines(), known::toString);
    }

    @Test
    void rulesThatAreInstalledAndNotActiveVerify() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        rules.replaceFirst("program.yaml", "(?m)^version: .*", "version: 0.8.0");
        Said packed = Said.by(medley, "rules pack", folder, rules.path().toString(), "--out", "inactive.jar");
        assertEquals(ExitStatus.DONE, packed.status(), packed::toString);
        RuleRef ref = new RuleRef("ccm-2025", "0.8.0", packed.lines().get(0).replaceAll(".*SHA-256 ", ""));
        RuleLibrary library = medley.port(RuleLibrary.class);
        assertEquals(Optional.empty(), library.installed(Said.TESTER, ref));
        medley.install(folder.resolve("inactive.jar"));
        assertEquals(Optional.of(ref), library.installed(Said.TESTER, ref).map(RuleSet::ref));
        assertEquals(
                Optional.empty(),
                library.installed(Said.TESTER, new RuleRef("ccm-2025", "0.8.0", "a".repeat(64))),
                "the content counts, not the name");
    }

    @Test
    void aChangedThresholdShowsThePatientsAndTheMoney() throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        Said packed = Said.by(medley, "rules pack", folder, rules.path().toString(), "--out", "before.jar");
        assertEquals(ExitStatus.DONE, packed.status(), packed::toString);
        rules.replaceFirst("program.yaml", "(?m)^version: .*", "version: 1.7.0");
        rules.replaceFirst("codes/99490.yaml", "at-least: 20 min", "at-least: 15 min");
        Said diff = Said.by(
                medley,
                "rules diff",
                folder,
                "before.jar",
                rules.path().toString(),
                "--practice",
                practice(),
                "--month",
                "2025-03",
                "--out",
                "changes.csv");
        assertEquals(ExitStatus.NO, diff.status(), diff::toString);
        List<Map<String, String>> changes = Csv.read(folder.resolve("changes.csv"));
        assertFalse(changes.isEmpty());
        for (Map<String, String> change : changes) {
            // below 20 minutes nothing was billed; 15 give the base code, or no other reason for it
            assertTrue(List.of("", "99490x1").contains(change.get("codes_before")), change.toString());
            assertTrue(change.get("codes_after").startsWith("99490x1"), change.toString());
            assertEquals("codes/99490.yaml#time", change.get("clause"), change.toString());
        }
        assertTrue(
                diff.lines().get(diff.lines().size() - 1).endsWith("The least honest version is 2.0.0."),
                diff::toString);
    }
}
