package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.command.ExitStatus;
import health.medley.itests.oracle.Answer;
import health.medley.itests.oracle.Csv;
import health.medley.itests.support.BrokenPractice;
import health.medley.itests.support.Results;
import health.medley.itests.support.Said;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that cannot be read is named with its place and its remedy, and what is good is still done. */
class BrokenInputIT {
    private static Medley medley;

    @TempDir
    private Path folder;

    private BrokenPractice practice;
    private Map<String, Answer> whole;

    @BeforeAll
    static void start() {
        medley = Medley.start(new MedleyConfig());
    }

    @AfterAll
    static void stop() {
        medley.close();
    }

    @BeforeEach
    void runUnbroken() throws IOException {
        practice = new BrokenPractice(folder.resolve("practice"));
        Said said = run("whole");
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        whole = Results.determinations(folder.resolve("whole"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"practice.json", "enrollments.csv", "activity.csv", "month.csv", "chart"})
    void aMissingFileIsNamed(String name) throws IOException {
        practice.remove(name);
        Said said = run("out");
        assertEquals(ExitStatus.INPUT_WRONG, said.status(), said::toString);
        assertTrue(said.notes().stream().anyMatch(note -> note.contains(name)), said::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrollments.csv", "activity.csv", "month.csv"})
    void anUnknownColumnIsNamedAndTheRowsAreDone(String name) throws IOException {
        practice.addColumn(name, "colour", "blue");
        expectReject(name, 1, "colour");
        assertEquals(whole, done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrollments.csv", "activity.csv", "month.csv"})
    void aMissingColumnIsNamed(String name) throws IOException {
        String column = name.equals("activity.csv") ? "role" : name.equals("month.csv") ? "mdm" : "track";
        practice.renameColumn(name, column, "colour");
        Said said = run("out");
        assertEquals(ExitStatus.INPUT_WRONG, said.status(), said::toString);
        assertTrue(
                said.notes().stream().anyMatch(note -> note.contains(name) && note.contains(column)), said::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-13-45", "02/03/2025", "2025-02-29", "yesterday"})
    void aBadDateIsNamedAndTheOtherRowsAreDone(String date) throws IOException {
        String patient = practice.set("enrollments.csv", 3, "consent_date", date);
        expectReject("enrollments.csv", 3, "consent_date");
        assertEquals(without(patient), done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-04T10:00:00", "noon", "2025-03-04T25:00:00-05:00"})
    void aBadTimeIsNamedAndTheOtherRowsAreDone(String time) throws IOException {
        String patient = practice.set("activity.csv", 2, "start", time);
        expectReject("activity.csv", 2, "start");
        assertEquals(without(patient), except(done(), patient));
    }

    @Test
    void anEndBeforeItsStartIsNamedAndTheOtherRowsAreDone() throws IOException {
        String patient = practice.set("activity.csv", 4, "end", "2001-01-01T00:00:00Z");
        expectReject("activity.csv", 4, "end");
        assertEquals(without(patient), except(done(), patient));
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrollments.csv", "activity.csv", "month.csv"})
    void aPatientWhoIsNotInTheChartIsNamed(String name) throws IOException {
        String patient = practice.set(name, 3, "patient", "nobody-1");
        expectReject(name, 3, "patient");
        assertEquals(without(patient), except(done(), patient));
    }

    @Test
    void aSecondRowOfOneIdIsNamedAndTheFirstCounts() throws IOException {
        long line = practice.repeatRow("activity.csv", 2);
        expectReject("activity.csv", line, "id");
        assertEquals(whole, done());
    }

    @Test
    void anEnrollmentThatOverlapsAnotherIsNamedAndTheFirstCounts() throws IOException {
        long line = practice.repeatRow("enrollments.csv", 2);
        Said said = run("out");
        assertEquals(ExitStatus.INPUT_WRONG, said.status(), said::toString);
        assertTrue(rejects().stream().anyMatch(r -> r.get("line").equals(Long.toString(line))), () -> rejects()
                .toString());
        assertEquals(whole, done());
    }

    @Test
    void anUnknownFactIsNamed() throws IOException {
        practice.set("month.csv", 2, "extra_facts", "shoe_size=44");
        expectReject("month.csv", 2, "extra_facts");
    }

    @Test
    void aRowWithTooFewCellsIsNamed() throws IOException {
        practice.cutRow("activity.csv", 5);
        Said said = run("out");
        assertEquals(ExitStatus.INPUT_WRONG, said.status(), said::toString);
        assertTrue(rejects().stream().anyMatch(r -> r.get("line").equals("5")), () -> rejects()
                .toString());
    }

    @Test
    void aTruncatedGzipIsNamed() throws IOException {
        practice.truncateChart("Condition.ndjson.gz");
        expectChartReject("Condition.ndjson.gz");
        assertFalse(done().isEmpty());
    }

    @Test
    void aLineOf200MegabytesIsNamedWithTheLimitAndTheOtherLinesAreDone() throws IOException {
        long line = practice.appendHugeLine("Observation.ndjson.gz", "Condition", 200);
        Map<String, String> reject = expectChartReject("Observation.ndjson.gz");
        assertEquals(Long.toString(line), reject.get("line"));
        assertTrue((reject.get("problem") + reject.get("remedy")).contains("16"), reject::toString);
        assertEquals(whole, done());
    }

    @Test
    void jsonNestedTooDeepIsNamedAndTheOtherLinesAreDone() throws IOException {
        long line = practice.appendDeepLine("Condition.ndjson", 100_000);
        Map<String, String> reject = expectChartReject("Condition.ndjson");
        assertEquals(Long.toString(line), reject.get("line"));
        assertEquals(whole, done());
    }

    @Test
    void latin1InTheChartIsNamedAndTheOtherLinesAreDone() throws IOException {
        long line = practice.appendLatin1Line("Condition.ndjson");
        Map<String, String> reject = expectChartReject("Condition.ndjson");
        assertEquals(Long.toString(line), reject.get("line"));
        assertEquals(whole, done());
    }

    @ParameterizedTest
    @ValueSource(strings = {"enrollments.csv", "activity.csv", "month.csv"})
    void latin1InATableIsNamedAndTheOtherRowsAreDone(String name) throws IOException {
        String patient = practice.latin1(name, 3);
        Said said = run("out");
        assertEquals(ExitStatus.INPUT_WRONG, said.status(), said::toString);
        assertTrue(
                rejects().stream()
                        .anyMatch(r ->
                                r.get("file").endsWith(name) && r.get("line").equals("3")),
                () -> rejects().toString());
        assertEquals(without(patient), except(done(), patient));
    }

    private Said run(String out) {
        return Said.by(medley, "run", folder, "--practice", "practice", "--month", "2025-03", "--out", out);
    }

    private void expectReject(String file, long line, String column) {
        Said said = run("out");
        assertEquals(ExitStatus.INPUT_WRONG, said.status(), said::toString);
        List<Map<String, String>> found = rejects().stream()
                .filter(r -> r.get("file").endsWith(file)
                        && r.get("line").equals(Long.toString(line))
                        && r.get("column").equals(column))
                .toList();
        assertEquals(1, found.size(), () -> rejects().toString());
        assertFalse(found.get(0).get("problem").isBlank());
        assertFalse(found.get(0).get("remedy").isBlank());
        String place = file + ":" + line;
        assertTrue(said.notes().stream().anyMatch(note -> note.contains(place)), said::toString);
    }

    private Map<String, String> expectChartReject(String file) {
        Said said = run("out");
        assertEquals(ExitStatus.INPUT_WRONG, said.status(), said::toString);
        List<Map<String, String>> found =
                rejects().stream().filter(r -> r.get("file").endsWith(file)).toList();
        assertFalse(found.isEmpty(), () -> rejects() + said.toString());
        assertFalse(found.get(0).get("remedy").isBlank());
        return found.get(0);
    }

    private List<Map<String, String>> rejects() {
        return Csv.read(folder.resolve("out/rejects.csv"));
    }

    private Map<String, Answer> done() {
        return Results.determinations(folder.resolve("out"));
    }

    private Map<String, Answer> without(String patient) {
        return except(whole, patient);
    }

    private static Map<String, Answer> except(Map<String, Answer> answers, String patient) {
        Map<String, Answer> others = new HashMap<>(answers);
        others.remove(patient + " ccm");
        return others;
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        Said said = run("file");
        assertTrue(said.status() != ExitStatus.DONE, said::toString);
        assertTrue(said.notes().stream().anyMatch(note -> note.contains("file")), said::toString);
    }
}
