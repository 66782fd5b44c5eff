package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.cli.internal.practice.TestFiles;
import health.medley.core.ServiceMonth;
import health.medley.core.command.ExitStatus;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesDiffCommandTest {

    private static final String CASES = "id,staff_minutes,service_month\nC1,20,2025-03\nC2,19,2025-03\nC3,5,2025-03\n";

    @TempDir
    private Path folder;

    private final FakePlatform platform = new FakePlatform().patient("p1").patient("p2");
    private final Captured output = new Captured();

    @BeforeEach
    void keepRules() {
        keep("a.jar", "1.0.0", "2025-12", "code: \"99490\"\nat-least: 20 min\n", Map.of());
    }

    private void keep(String jar, String version, String to, String code, Map<String, String> more) {
        Map<String, String> files = new HashMap<>(more);
        files.put("program.yaml", "version: " + version + "\n");
        files.put("codes/99490.yaml", code);
        files.putIfAbsent("cases.csv", CASES);
        platform.archives.put(
                jar,
                RuleSet.of("ccm-2025", version, "ccm", ServiceMonth.parse("2025-01"), ServiceMonth.parse(to), files));
        TestFiles.write(folder, jar, "");
    }

    private void keep(String jar, String version, int minutes) {
        keep(jar, version, "2025-12", "code: \"99490\"\nat-least: " + minutes + " min\n", Map.of());
    }

    private ExitStatus diff(String... words) {
        return output.run(
                new RulesDiffCommand(platform.services()),
                folder,
                Stream.concat(Stream.of("a.jar", "b.jar"), Stream.of(words)).toArray(String[]::new));
    }

    @Test
    void listsChangedOutcomesWithMoneyAndClause() {
        keep("b.jar", "2.0.0", 19);
        assertEquals(ExitStatus.DONE, diff());
        assertTrue(output.text().contains("Asked: 3 cases, cases of the old rules."), output.text());
        assertTrue(
                output.text()
                        .contains(
                                "C2               2025-03  NO_BILL TIME_BELOW_20  BILL 99490x1 OK 60.49  codes/99490.yaml#time"));
        assertTrue(output.text().contains("codes/99490.yaml#time       1    0.00  60.49      +60.49"), output.text());
        assertTrue(output.text().contains("Changed: 1 of 3 outcomes; $0.00 before, $60.49 after, +60.49."));
        assertEquals(
                "From 1.0.0 to 2.0.0: outcomes that the old rules gave are changed. The number is honest. The least"
                        + " honest version is 2.0.0.",
                output.last());
    }

    @Test
    void refusesANumberThatClaimsLessThanChanged() {
        for (String claim : new String[] {"1.0.1", "1.9.0", "0.9.0"}) {
            keep("b.jar", claim, 19);
            assertEquals(ExitStatus.NO, diff(), claim);
            assertTrue(output.last().endsWith("The number claims less: refused. The least honest version is 2.0.0."));
        }
        keep("b.jar", "3.1.4", 19);
        assertEquals(ExitStatus.DONE, diff());
    }

    @Test
    void takesAnyChangeWithoutEffectForAPatch() {
        keep("b.jar", "1.0.1", "2025-12", "code: \"99490\"\nat-least: 20 min\n# a comment\n", Map.of());
        assertEquals(ExitStatus.DONE, diff());
        assertTrue(output.text().contains("Changed: none of 3 outcomes."));
        assertTrue(output.last().contains("no outcome changes. The number is honest"), output.last());
    }

    @Test
    void refusesTheSameNumberForOtherContent() {
        keep("b.jar", "1.0.0", "2025-12", "code: \"99490\"\nat-least: 20 min\n# a comment\n", Map.of());
        assertEquals(ExitStatus.NO, diff());
        assertTrue(output.last().contains("The same number stands for other content: refused."), output.last());
        platform.archives.put("b.jar", platform.archives.get("a.jar"));
        assertEquals(ExitStatus.DONE, diff());
        assertEquals("Both are the same bundle, ccm-2025 1.0.0.", output.last());
    }

    @Test
    void takesMonthsThatWereNotKnownForAMinorChange() {
        Map<String, String> cases = Map.of("cases.csv", CASES + "C4,20,2026-01\n");
        String code = "code: \"99490\"\nat-least: 20 min\n";
        keep("b.jar", "1.0.1", "2026-01", code, cases);
        assertEquals(ExitStatus.NO, diff());
        keep("b.jar", "1.1.0", "2026-01", code, cases);
        assertEquals(ExitStatus.DONE, diff());
        assertTrue(output.text().contains("Asked: 1 case, further cases of the new rules."), output.text());
        assertTrue(output.last().contains("only months or codes that the old rules do not know are added"));
    }

    @Test
    void takesCodesThatWereNotKnownForAMinorChangeAndCodesThatAreGoneForAMajorOne() {
        String code = "code: \"99490\"\nat-least: 20 min\n";
        keep("b.jar", "1.1.0", "2025-12", code, Map.of("codes/X0001.yaml", "code: X0001\n"));
        assertEquals(ExitStatus.DONE, diff());
        platform.archives.put("old", platform.archives.get("a.jar"));
        platform.archives.put("a.jar", platform.archives.get("b.jar"));
        keep("b.jar", "1.2.0", 20);
        assertEquals(ExitStatus.NO, diff());
        assertTrue(output.last().contains("least honest version is 2.0.0"), output.last());
    }

    @Test
    void comparesByTheCasesOfAFileAndWritesAllChanges() throws IOException {
        keep("b.jar", "2.0.0", 10);
        TestFiles.write(folder, "mine.csv", "id,staff_minutes\nM1,12\nM2,3\n");
        assertEquals(ExitStatus.DONE, diff("--cases", "mine.csv", "--out", "changes.csv"));
        assertEquals(
                "source,id,month,program,status_before,codes_before,amount_before,reason_before,status_after,"
                        + "codes_after,amount_after,reason_after,clause,weight\n"
                        + "mine.csv,M1,2025-03,ccm,NO_BILL,,0.00,TIME_BELOW_20,BILL,99490x1,60.49,OK,"
                        + "codes/99490.yaml#time,MAJOR\n",
                Files.readString(folder.resolve("changes.csv")));
        TestFiles.write(folder, "broken.csv", "id,staff_minutes\nM1,many\n");
        assertEquals(ExitStatus.INPUT_WRONG, diff("--cases", "broken.csv"));
    }

    @Test
    void comparesByPracticesInEveryMonthTheyWorked() throws IOException {
        keep("b.jar", "2.0.0", 15);
        for (String name : new String[] {"one", "two"}) {
            Path practice = TestFiles.empty(folder.resolve(name));
            TestFiles.write(
                    practice,
                    "enrollments.csv",
                    TestFiles.ENROLLMENTS + TestFiles.ENROLLED + TestFiles.ENROLLED.replace("p1,", "p2,"));
            TestFiles.write(
                    practice,
                    "activity.csv",
                    TestFiles.ACTIVITY
                            + "a1,p1,2025-03-04T12:00:00-05:00,2025-03-04T12:18:00-05:00,rn-1,staff,call,ccm,\n"
                            + "a2,p2,2024-04-04T12:00:00-05:00,2024-04-04T12:30:00-05:00,rn-1,staff,call,ccm,\n");
        }
        assertEquals(ExitStatus.DONE, diff("--practice", "one", "--practice=two", "--json"));
        JsonNode json = new ObjectMapper().readTree(output.text());
        assertEquals(4, json.at("/compared").asInt(), output.text());
        assertEquals(2, json.at("/total/changed").asInt());
        assertEquals("+120.98", json.at("/total/difference").asText());
        assertEquals("one 2025-03", json.at("/changes/0/source").asText());
        assertEquals("2.0.0", json.at("/version/least").asText());
        output.lines.clear();
        assertEquals(ExitStatus.DONE, diff("--practice", "one", "--month", "2025-04"));
        assertTrue(output.text().contains("Asked: 2 determinations of Test Practice in 2025-04."), output.text());
    }

    @Test
    void aMonthThatOnlyOneKnowsChangesNothingForOtherPrograms() throws IOException {
        keep("b.jar", "1.1.0", "2026-01", "code: \"99490\"\nat-least: 20 min\n", Map.of());
        Path practice = TestFiles.empty(folder.resolve("one"));
        TestFiles.write(
                practice,
                "enrollments.csv",
                TestFiles.ENROLLMENTS + TestFiles.ENROLLED + TestFiles.ENROLLED.replace(",ccm,", ",bhi,"));
        assertEquals(ExitStatus.DONE, diff("--practice", "one", "--month", "2026-01", "--json"));
        JsonNode json = new ObjectMapper().readTree(output.text());
        assertEquals(1, json.at("/compared").asInt(), output.text());
        assertEquals("ccm", json.at("/changes/0/program").asText());
        assertEquals("UNKNOWN", json.at("/changes/0/status_before").asText());
        assertEquals("MINOR", json.at("/changes/0/weight").asText());
    }

    @Test
    void saysNothingOfAVersionWhereNothingWasCompared() {
        keep("b.jar", "1.0.1", 19);
        TestFiles.empty(folder.resolve("one"));
        assertEquals(ExitStatus.INPUT_WRONG, diff("--practice", "one", "--month", "2024-03"));
        assertTrue(output.notes.get(0).startsWith("Nothing was compared"), output.notes.toString());
    }

    @Test
    void wantsTwoBundlesOfOneProgram() {
        platform.archives.put(
                "b.jar",
                RuleSet.of(
                        "pcm", "1.0.0", "pcm", ServiceMonth.parse("2025-01"), ServiceMonth.parse("2025-01"), Map.of()));
        TestFiles.write(folder, "b.jar", "");
        assertEquals(ExitStatus.WORDS_WRONG, diff());
        assertEquals(ExitStatus.WORDS_WRONG, diff("c.jar"));
    }

    @Test
    void leavesTheWordsOfARunningServerToIt() {
        Captured said = new Captured();
        RulesDiffCommand command = new RulesDiffCommand(platform.services());
        assertEquals(ExitStatus.WORDS_WRONG, said.run(command, folder, "ccm-2025", "1.1.0"));
        assertTrue(said.notes.get(0).contains("running server"), said.notes.toString());
    }

    private ExitStatus check(String... words) {
        return output.run(new RulesCheckCommand(platform.ports, platform.library(), platform.billing()), folder, words);
    }

    @Test
    void aCheckSinceTheReleaseRefusesANumberThatClaimsLess() throws IOException {
        keep(
                "b.jar",
                "1.0.1",
                "2025-12",
                "code: \"99490\"\nat-least: 20 min\n#\n",
                Map.of("cases.csv", "id\nC1,20,\n"));
        assertEquals(ExitStatus.DONE, check("b.jar", "--previous", "a.jar"));
        keep("b.jar", "1.0.1", "2025-12", "code: \"99490\"\nat-least: 19 min\n", Map.of("cases.csv", "id\nC1,20,\n"));
        assertEquals(ExitStatus.NO, check("b.jar", "--previous", "a.jar"));
        assertTrue(output.text().contains("The number claims less: refused."), output.text());
        assertEquals("1 passed, 0 failed", output.last());
        output.lines.clear();
        check("b.jar", "--previous", "a.jar", "--json");
        assertEquals(
                "2.0.0",
                new ObjectMapper()
                        .readTree(output.text())
                        .at("/since_previous/version/least")
                        .asText());
    }

    @Test
    void aCheckSinceRulesOfAnotherNameIsNone() {
        keep("b.jar", "1.0.1", 20);
        platform.archives.put(
                "a.jar",
                RuleSet.of(
                        "ccm-2024",
                        "1.0.0",
                        "ccm",
                        ServiceMonth.parse("2024-01"),
                        ServiceMonth.parse("2024-12"),
                        Map.of()));
        assertEquals(ExitStatus.WORDS_WRONG, check("b.jar", "--previous", "a.jar"));
        assertTrue(output.notes.get(0).contains("no earlier version of ccm-2025"), output.notes.toString());
    }
}
