package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.cli.internal.practice.TestFiles;
import health.medley.core.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    private static final String TIME = "2025-03-04T12:00:00-05:00,2025-03-04T12:%s-05:00,rn-1,staff,call,ccm,\n";

    @TempDir
    private Path home;

    private final FakePlatform platform = new FakePlatform();
    private final ServedPractice served = new ServedPractice();
    private final Captured output = new Captured();

    @BeforeEach
    void writeASamplePractice() {
        Path sample = TestFiles.empty(home.resolve(DemoCommand.SAMPLE));
        StringBuilder enrollments = new StringBuilder(TestFiles.ENROLLMENTS);
        StringBuilder activity = new StringBuilder(TestFiles.ACTIVITY);
        for (int i = 10; i < 40; i++) {
            platform.patient("p" + i);
            enrollments.append(TestFiles.ENROLLED.replace("p1,", "p" + i + ","));
            activity.append("a" + i + ",p" + i + "," + String.format(TIME, i == 20 ? "17:50" : "25:00"));
        }
        TestFiles.write(sample, "enrollments.csv", enrollments.toString());
        TestFiles.write(sample, "activity.csv", activity.toString());
    }

    private ExitStatus demo(String... words) {
        DemoCommand demo = new DemoCommand(platform.services(), served.server());
        return output.run(demo, home, words);
    }

    @Test
    void showsSomeMonthsOfEveryKindWithoutPatientIds() {
        assertEquals(ExitStatus.DONE, demo("--once", "--out", "out"));
        String text = output.text();
        assertTrue(text.contains("25 of 30 months, chosen to show every kind of outcome"), text);
        assertTrue(text.contains("17:50    0:00"), text);
        assertTrue(text.contains("Fewer than 20 minutes count."), text);
        assertFalse(text.contains("p20"), text);
        assertTrue(Files.exists(home.resolve("out/determinations.csv")));
        output.lines.forEach(line ->
                assertTrue(line.length() <= 120 || line.contains(home.toString()), "wider than 120 columns: " + line));
    }

    @Test
    void namesWhatIsNearlyBillable() {
        demo("--once", "--out", "out");
        int at = output.lines.indexOf("Nearly billable: 1 month within 5 min of the next code");
        assertTrue(at > 0, output.text());
        assertTrue(
                output.lines.get(at + 1).endsWith("  2 min 10 s more clinical-staff time gives 99490."), output.text());
    }

    @Test
    void putsThePracticeOnTheServerThatTheLauncherStarted() throws IOException {
        demo("--out", "out");
        assertEquals(List.of(), served.put);
        Files.writeString(home.resolve(DemoCommand.SAMPLE).resolve("chart/Patient.ndjson"), "");
        Files.createDirectories(home.resolve("data"));
        Files.writeString(
                home.resolve("data/server.json"),
                "{\"address\":\"http://127.0.0.1:1\",\"ready\":true,\"process\":"
                        + ProcessHandle.current().pid() + "}");
        assertEquals(ExitStatus.DONE, demo("--out", "out", "--data", "data"));
        assertEquals(List.of("update  for main", "take Patient.ndjson for main"), served.put);
        assertTrue(output.text().contains("Medley serves http://127.0.0.1:1 "), output.text());
    }

    @Test
    void showsEveryMonthOnRequest() {
        demo("--all", "--out", "out");
        assertEquals(
                30,
                output.lines.stream()
                        .filter(line -> line.matches("[0-9a-f]{6} .*:\\d\\d .*"))
                        .count());
    }

    @Test
    void printsEverythingAsJson() throws IOException {
        demo("--json", "--out", "out");
        JsonNode json = new ObjectMapper().readTree(output.text());
        assertEquals(30, json.at("/months").size());
        assertEquals("17:50", json.at("/months/10/staff").asText());
        assertEquals(29, json.at("/determinations/by_status/BILL/count").asInt());
    }

    @Test
    void saysThatTheSampleIsMissing() {
        home = home.resolve("elsewhere");
        assertEquals(ExitStatus.INPUT_WRONG, demo("--once", "--out", "out"));
        assertEquals("The sample practice cannot be read. Unpack Medley again.", output.notes.get(1));
    }
}
