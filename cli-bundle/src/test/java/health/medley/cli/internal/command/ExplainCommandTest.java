package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    private static final String TIME = "2025-03-04T12:00:00-05:00,2025-03-04T12:%s:00-05:00,rn-1,staff,call,ccm,\n";

    @TempDir
    private Path folder;

    private final FakePlatform platform =
            new FakePlatform().patient("p1").patient("p2").patient("p3");
    private final Captured output = new Captured();

    @BeforeEach
    void writeAPractice() {
        Path practice = TestFiles.empty(folder.resolve("practice"));
        TestFiles.write(
                practice,
                "enrollments.csv",
                TestFiles.ENROLLMENTS + TestFiles.ENROLLED + TestFiles.ENROLLED.replace("p1,", "p2,"));
        TestFiles.write(
                practice,
                "activity.csv",
                TestFiles.ACTIVITY + "a1,p1," + String.format(TIME, "25") + "a2,p2," + String.format(TIME, "18"));
    }

    private ExitStatus explain(String... words) {
        ExplainCommand command = new ExplainCommand(platform.services());
        return output.run(command, folder, words);
    }

    private ExitStatus patient(String id, String... more) {
        return explain(Stream.concat(
                        Stream.of("--practice", "practice", "--month", "2025-03", "--patient", id), Stream.of(more))
                .toArray(String[]::new));
    }

    private static boolean isPlain(String line) {
        return line.length() <= 130 && line.chars().noneMatch(Character::isISOControl);
    }

    @Test
    void saysTheAnswerFirstThenWhatStandsAgainstItAndWhatWouldChangeIt() {
        assertEquals(ExitStatus.DONE, patient("p2"));
        assertEquals("Patient p2, March 2025, Test Practice", output.lines.get(0));
        assertEquals("ccm: NO_BILL", output.lines.get(2));
        assertEquals("  Reason TIME_BELOW_20: Fewer than 20 minutes count.", output.lines.get(4));
        assertEquals("  By codes/99490.yaml time; Official source; since 2021-01-01.", output.lines.get(5));
        int against = output.lines.indexOf("What stands against it");
        assertTrue(
                output.lines.get(against + 3).startsWith("NOT met  Fewer than 20 minutes count.  staff time 18 min"));
        int change = output.lines.indexOf("What would change the answer");
        assertEquals("  2 min more clinical-staff time gives 99490.", output.lines.get(change + 1));
        assertTrue(output.lines.stream().allMatch(ExplainCommandTest::isPlain), output.text());
    }

    @Test
    void readsTheChartOfThatPatientOnly() {
        patient("p1");
        assertEquals(1, platform.asked.size());
        assertEquals("p1", platform.asked.get(0).patient());
        assertTrue(output.text().contains("ccm: BILL  99490x1  $60.49"), output.text());
    }

    @Test
    void helpsWhereThePatientIsUnknown() {
        assertEquals(ExitStatus.INPUT_WRONG, patient("p"));
        assertTrue(output.notes.get(0).contains("has no enrollment"), output.notes.get(0));
        assertTrue(output.notes.get(0).contains("Did you mean p1, p2?"), output.notes.get(0));
        platform.patients.clear();
        assertEquals(ExitStatus.INPUT_WRONG, patient("p2"));
        assertTrue(output.notes.get(1).contains("is not in the chart"), output.notes.get(1));
    }

    @Test
    void helpsWhereTheMonthOrTheProgramIsUnknown() {
        assertEquals(ExitStatus.WORDS_WRONG, explain("--practice", "practice", "--patient", "p1", "--month", "May"));
        assertEquals("--month \"May\" is not a month. Write it YYYY-MM, for example 2025-03.", output.notes.get(0));
        assertEquals(ExitStatus.WORDS_WRONG, patient("p1", "--program", "bhi"));
        assertEquals("The patient is not enrolled in bhi; it is ccm.", output.notes.get(2));
        assertEquals(ExitStatus.DONE, explain("--practice", "practice", "--patient", "p1", "--month", "2019-03"));
        assertEquals(
                "Rules of the program ccm are installed for 2025-01 to 2025-12 (ccm-2025 1.0.0).", output.notes.get(4));
    }

    @Test
    void goesOnWithGoodRowsAndExitsThree() {
        TestFiles.write(
                folder.resolve("practice"), "activity.csv", TestFiles.ACTIVITY + "a1,p1,now,later,x,y,z,ccm,\n");
        assertEquals(ExitStatus.INPUT_WRONG, patient("p1"));
        assertTrue(output.notes.get(0).startsWith("activity.csv:2:"), output.notes.toString());
        assertTrue(output.text().contains("ccm: NO_BILL"));
    }

    @Test
    void explainsAsJsonThatCanBeVerified() throws IOException {
        assertEquals(ExitStatus.DONE, patient("p1", "--json"));
        TestFiles.write(folder, "one.json", output.text());
        output.lines.clear();
        assertEquals(ExitStatus.DONE, explain("--verify", "one.json"));
        assertEquals("1 verified, 0 differ, 0 unknown rules", output.last());
    }

    private List<String> recorded() {
        patient("p1", "--json");
        patient("p2", "--json");
        List<String> lines = new ArrayList<>();
        try {
            for (String document : output.text().split("(?<=\\])\\n(?=\\[)")) {
                lines.add(new ObjectMapper().readTree(document).get(0).toString());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        output.lines.clear();
        return lines;
    }

    private ExitStatus verify(String text, String... more) {
        TestFiles.write(folder, "r.ndjson", text);
        return explain(Stream.concat(Stream.of("--verify", "r.ndjson"), Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void reportsEachFieldThatDoesNotFollowFromTheFacts() {
        List<String> lines = recorded();
        assertEquals(ExitStatus.DONE, verify(String.join("\n", lines) + "\n"));
        assertEquals("2 verified, 0 differ, 0 unknown rules", output.last());
        Map<String, String> tampered = Map.of(
                "\"status\":\"NO_BILL\"", "\"status\":\"HOLD\"",
                "\"amount\":\"0.00\"", "\"amount\":\"1.00\"",
                "\"reason\":\"TIME_BELOW_20\"", "\"reason\":\"OK\"",
                "\"codes\":[]", "\"codes\":[\"99490x1\"]",
                "\"units\":0", "\"units\":1",
                "\"staff_seconds\":1080", "\"staff_seconds\":1081",
                "\"staff_seconds\":\"1080\"}", "\"staff_seconds\":\"1200\"}",
                "Fewer than 20", "Fewer than 30",
                "Official source", "Another source",
                "2 min more", "3 min more");
        tampered.forEach((from, to) -> {
            String changed = lines.get(1).replace(from, to);
            assertFalse(changed.equals(lines.get(1)), from);
            output.lines.clear();
            assertEquals(ExitStatus.NO, verify(lines.get(0) + "\n" + changed + "\n"), from);
            assertEquals("1 verified, 1 differ, 0 unknown rules", output.last());
            assertEquals("Line 2, patient p2, 2025-03, ccm-2025 1.0.0:", output.lines.get(0));
        });
        output.lines.clear();
        verify(lines.get(1).replace("\"status\":\"NO_BILL\"", "\"status\":\"HOLD\""));
        assertEquals("  status is recorded as \"HOLD\", the facts and rules give \"NO_BILL\".", output.lines.get(1));
    }

    @Test
    void namesLinesThatCannotBeReadWithTheirColumn() {
        List<String> lines = recorded();
        assertEquals(
                ExitStatus.INPUT_WRONG,
                verify(lines.get(0) + "\n{\"patient\": oops}\n[]x\n{\"a\":1,\"a\":2}\n{\"status\":\"BILL\"}\n7\n"));
        assertTrue(output.notes.get(0).startsWith("r.ndjson:2:"), output.notes.toString());
        assertTrue(output.notes.get(0).contains("This is not JSON"), output.notes.toString());
        assertTrue(output.notes.stream().anyMatch(note -> note.startsWith("r.ndjson:5:month:")));
        assertTrue(output.notes.stream().anyMatch(note -> note.startsWith("r.ndjson:6: This is not a determination")));
        assertEquals("1 verified, 0 differ, 0 unknown rules", output.last());
    }

    @Test
    void saysWhichRulesAreNotInstalledAndWhatToDo() {
        List<String> lines = recorded();
        String hash = FakePlatform.RULES.ref().sha256();
        String other = lines.get(0).replace(hash, "a".repeat(64));
        assertEquals(ExitStatus.DONE, verify(other + "\n" + other + "\n"));
        assertEquals(2, output.lines.size());
        assertTrue(output.lines.get(0).contains("ccm-2025 1.0.0 with the content aaaaaaaaaaaa are not installed"));
        assertTrue(output.lines.get(0).contains("--rules JAR"));
        assertEquals("0 verified, 0 differ, 2 unknown rules", output.last());
    }

    @Test
    void verifiesWithTheRulesOfAJarThatIsNotInstalled() {
        RuleSet old = RuleSet.of(
                "ccm-2025",
                "0.9.0",
                "ccm",
                ServiceMonth.parse("2025-01"),
                ServiceMonth.parse("2025-12"),
                Map.of("codes/99490.yaml", "at-least: 20 min"));
        platform.archives.put("old.jar", old);
        TestFiles.write(folder, "old.jar", "");
        String line = recorded()
                .get(0)
                .replace(FakePlatform.RULES.ref().sha256(), old.ref().sha256())
                .replace("\"1.0.0\"", "\"0.9.0\"");
        assertEquals(ExitStatus.DONE, verify(line, "--rules", "old.jar"));
        assertEquals("1 verified, 0 differ, 0 unknown rules", output.last());
    }

    @Test
    void verifiesAsJson() throws IOException {
        verify(recorded().get(1).replace("\"amount\":\"0.00\"", "\"amount\":\"1.00\""), "--json");
        JsonNode json = new ObjectMapper().readTree(output.text());
        assertEquals(1, json.at("/differ").asInt());
        assertEquals("amount", json.at("/differing/0/differences/0/field").asText());
    }

    @Test
    void keepsTheWordsOfBothUsesApart() {
        assertEquals(ExitStatus.WORDS_WRONG, explain("--verify", "x", "--patient", "p1"));
        assertEquals(ExitStatus.WORDS_WRONG, explain("--practice", "practice"));
        assertEquals(ExitStatus.INPUT_WRONG, explain("--verify", "nowhere.ndjson"));
        assertFalse(Files.exists(folder.resolve("medley-out")));
    }
}
