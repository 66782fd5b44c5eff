package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.cli.internal.practice.TestFiles;
import health.medley.core.ErrorCode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRefusalsTest {

    private static final String TIME = "2025-03-04T12:00:00-05:00,2025-03-04T12:%s:00-05:00,rn-1,staff,call,ccm,\n";

    @TempDir
    private Path folder;

    private final FakePlatform platform =
            new FakePlatform().patient("=p0").patient("p1").patient("p2").patient("p3x");
    private final Captured output = new Captured();
    private Path practice = Path.of("");

    @BeforeEach
    void writeAPractice() {
        practice = TestFiles.empty(folder.resolve("a practice"));
        TestFiles.write(
                practice,
                "enrollments.csv",
                TestFiles.ENROLLMENTS
                        + TestFiles.ENROLLED.replace("p1,", "p2,")
                        + TestFiles.ENROLLED
                        + TestFiles.ENROLLED.replace("p1,", "=p0,"));
        TestFiles.write(
                practice,
                "activity.csv",
                TestFiles.ACTIVITY
                        + "a1,p1," + String.format(TIME, "25")
                        + "a2,p2," + String.format(TIME, "18")
                        + "a3,p3x," + String.format(TIME, "30"));
        TestFiles.write(practice, "month.csv", TestFiles.MONTH + "p1,2025-03,low,,,,\np1,2025-02,low,,,,\n");
    }

    private ExitStatus run(String... more) {
        String[] words = Stream.concat(
                        Stream.of("--practice", "a practice", "--month", "2025-03", "--out", "out"), Stream.of(more))
                .toArray(String[]::new);
        return output.run(command(), folder, words);
    }

    private RunCommand command() {
        return new RunCommand(platform.services());
    }

    private String result(String name) throws IOException {
        return Files.readString(folder.resolve("out").resolve(name));
    }

    @Test
    void rejectsRowsOfPatientsWhoAreNotInTheChartAndGoesOn() throws IOException {
        platform.patients.remove(2);
        assertEquals(ExitStatus.INPUT_WRONG, run());
        assertEquals(
                "file,line,column,value,problem,remedy\n"
                        + "activity.csv,3,patient,p2,This patient is not in the chart.,\"Correct the id, or add the"
                        + " patient's FHIR resources to the chart folder.\"\n"
                        + "enrollments.csv,2,patient,p2,This patient is not in the chart.,\"Correct the id, or add the"
                        + " patient's FHIR resources to the chart folder.\"\n",
                result("rejects.csv"));
        assertEquals(3, result("determinations.csv").lines().count());
        assertTrue(output.notes.get(0).startsWith("activity.csv:3:patient: \"p2\": This patient"), output.notes.get(0));
    }

    @Test
    void exitsThreeForAProblemOfTheChart() throws IOException {
        platform.chartProblems.add(new InputProblem(
                "chart/Patient.ndjson.gz", 12, "", "", "The gzip data ends too early.", "Copy the file again."));
        assertEquals(ExitStatus.INPUT_WRONG, run());
        assertTrue(result("rejects.csv").contains("chart/Patient.ndjson.gz,12,,,The gzip data ends too early."));
    }

    @Test
    void writesNothingWhereAFileIsMissing() throws IOException {
        Files.delete(practice.resolve("activity.csv"));
        assertEquals(ExitStatus.INPUT_WRONG, run());
        assertFalse(Files.exists(folder.resolve("out")));
        assertTrue(
                output.notes.get(0).startsWith("activity.csv: This is missing from the practice directory. Add it"),
                output.notes.get(0));
        assertEquals("Nothing was written.", output.notes.get(1));
    }

    @Test
    void rejectsAnEnrollmentThatBillingCannotDecide() throws IOException {
        platform.billingFails = Optional.of(new MedleyException(ErrorCode.FACT_ABSENT, "The fact dos is not a day."));
        assertEquals(ExitStatus.INPUT_WRONG, run());
        assertEquals(1, result("determinations.csv").lines().count());
        assertTrue(result("rejects.csv").contains("The fact dos is not a day."));
    }

    @Test
    void exitsFourAndWritesNothingWhereThePlatformFails() throws IOException {
        platform.billingFails = Optional.of(new MedleyException(ErrorCode.SERVICE_ABSENT, "Nobody answers."));
        assertEquals(ExitStatus.PLATFORM_FAILED, run());
        assertEquals(List.of("SERVICE_ABSENT: Nobody answers."), output.notes);
        try (Stream<Path> all = Files.list(folder.resolve("out"))) {
            assertEquals(0, all.count());
        }
    }

    @Test
    void refusesAChartThatComesOutOfOrder() {
        platform.patient("p2");
        assertEquals(ExitStatus.INPUT_WRONG, run());
        assertTrue(output.notes.get(0).startsWith("CHART_UNREADABLE"), output.notes.get(0));
    }

    @Test
    void refusesWrongWordsWithTheUsage() {
        assertEquals(ExitStatus.WORDS_WRONG, run("--colour"));
        assertEquals(List.of("The option --colour is unknown.", "Usage: medley " + RunCommand.WORDS), output.notes);
        output.notes.clear();
        assertEquals(ExitStatus.WORDS_WRONG, output.run(command(), folder, "--month", "2025-03"));
        assertEquals("--practice is missing.", output.notes.get(0));
        output.notes.clear();
        assertEquals(ExitStatus.WORDS_WRONG, output.run(command(), folder, "--practice", "x", "--month", "March"));
        assertEquals("--month \"March\" is not a month. Write it YYYY-MM, for example 2025-03.", output.notes.get(0));
    }

    @Test
    void saysWhyTheResultsCannotBeWritten() {
        TestFiles.write(folder, "out", "a file in the way");
        assertEquals(ExitStatus.INPUT_WRONG, run());
        assertTrue(output.notes.get(0).startsWith("Reading or writing "), output.notes.get(0));
    }
}
