package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.cli.internal.practice.TestFiles;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.command.ExitStatus;
import health.medley.core.time.PerformerOverlap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

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
    void writesOneRowForEachEnrollmentInTheOrderOfThePatients() throws IOException {
        assertEquals(ExitStatus.DONE, run());
        String rules = "ccm-2025 1.0.0," + FakePlatform.RULES.ref().sha256() + "," + "f".repeat(64) + "\n";
        assertEquals(
                "patient,month,program,status,codes,units,amount,reason,staff_seconds,practitioner_seconds,"
                        + "date_of_service,rules,rules_hash,facts_hash\n"
                        + "\"=p0\",2025-03,ccm,NO_BILL,,0,0.00,TIME_BELOW_20,0,0,," + rules
                        + "p1,2025-03,ccm,BILL,99490x1,1,60.49,OK,1500,0,2025-03-31," + rules
                        + "p2,2025-03,ccm,NO_BILL,,0,0.00,TIME_BELOW_20,1080,0,," + rules,
                result("determinations.csv"));
    }

    @Test
    void explainsEveryDeterminationOnALineOfJsonWithKeysInOrder() throws IOException {
        run();
        List<String> lines = result("determinations.ndjson").lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.get(2).startsWith("{\"amount\":\"0.00\",\"codes\":[],\"facts\":{\"staff_seconds\":\"1080\"}"));
        JsonNode json = new ObjectMapper().readTree(lines.get(2));
        assertEquals(
                "2 min more clinical-staff time gives 99490.",
                json.at("/findings/0/change").asText());
        assertEquals("codes/99490.yaml", json.at("/findings/0/clause/file").asText());
        assertEquals("ccm-2025", json.at("/rules/name").asText());
    }

    @Test
    void listsWhoIsNotEnrolledInTheWorklist() throws IOException {
        run();
        assertEquals(
                "patient,program,eligible,diseases,conditions,missing\n" + "p3x,ccm,N,0,,NO_CONSENT;NO_CARE_PLAN\n",
                result("worklist.csv"));
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        run();
        List<String> names =
                List.of("determinations.csv", "determinations.ndjson", "worklist.csv", "rejects.csv", "summary.json");
        for (String name : names) {
            Files.move(folder.resolve("out").resolve(name), folder.resolve("first-" + name));
        }
        run();
        for (String name : names) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first-" + name)),
                    Files.readAllBytes(folder.resolve("out").resolve(name)),
                    name);
        }
        try (Stream<Path> all = Files.list(folder.resolve("out"))) {
            assertEquals(6, all.count(), "nothing but the results is left");
        }
    }

    @Test
    void countsInTheSummary() throws IOException {
        run();
        JsonNode json = new ObjectMapper().readTree(result("summary.json"));
        assertEquals(3, json.at("/determinations/total").asInt());
        assertEquals("60.49", json.at("/determinations/by_status/BILL/amount").asText());
        assertEquals(
                2, json.at("/determinations/by_reason/NO_BILL TIME_BELOW_20").asInt());
        assertEquals(1, json.at("/determinations/units_billed/99490").asInt());
        assertEquals(1, json.at("/worklist/not_enrolled").asInt());
        assertEquals(1, json.at("/rows/activity_of_patients_not_enrolled").asInt());
        assertEquals(1, json.at("/rows/month_of_other_months_ignored").asInt());
        assertTrue(new ObjectMapper().readTree(result("timing.json")).has("seconds"));
    }

    @Test
    void printsTheSummaryAsATableOrAsJson() throws IOException {
        run();
        assertEquals("""
                Test Practice, service month 2025-03

                Status   Reason         Months  Amount
                -------  -------------  ------  ------
                BILL                         1   60.49
                         OK                  1
                HOLD                         0    0.00
                NO_BILL                      2    0.00
                         TIME_BELOW_20       2
                all                          3   60.49

                Units billed: 99490 x 1.
                Not enrolled: 1 row of patient and program, 0 of them eligible.
                Read: 4 patients in the chart, 3 time entries; nothing was left out.

                Results in %s:""".formatted(folder.resolve("out")), String.join("\n", output.lines.subList(0, 16)));
        output.lines.clear();
        assertEquals(ExitStatus.DONE, run("--json"));
        assertEquals(
                3,
                new ObjectMapper()
                        .readTree(output.text())
                        .at("/determinations/total")
                        .asInt());
        assertEquals(
                List.of(
                        "reading the practice",
                        "finding work for two patients at once",
                        "reading the chart",
                        "writing the results"),
                output.stages);
    }

    @Test
    void worksUnderOneLease() {
        run();
        assertEquals(1, platform.ports.opened);
        assertEquals(0, platform.ports.open);
    }

    @Test
    void tellsBillingWhichEntriesOverlapAnotherPatients() {
        platform.overlaps.add(new PerformerOverlap("rn-1", "a1", "a2"));
        run();
        assertEquals(List.of("a1"), platform.asked.get(1).overlapping());
        assertEquals(List.of(), platform.asked.get(0).overlapping());
    }

    @Test
    void givesHeadersAndZerosForAnEmptyPractice() throws IOException {
        TestFiles.empty(practice);
        platform.patients.clear();
        assertEquals(ExitStatus.DONE, run());
        assertEquals(1, result("determinations.csv").lines().count());
        assertEquals("", result("determinations.ndjson"));
        assertEquals(1, result("worklist.csv").lines().count());
        assertEquals(1, result("rejects.csv").lines().count());
    }

    @Test
    void saysSoWhereNoRulesCoverTheMonth() throws IOException {
        platform.rulesInstalled = false;
        assertEquals(ExitStatus.DONE, run());
        assertEquals(1, result("worklist.csv").lines().count());
        assertTrue(output.notes.get(0).startsWith("No installed rules cover 2025-03"), output.notes.get(0));
    }

    @Test
    void asksOnceForAllEnrollmentsOfAPatient() throws IOException {
        TestFiles.write(
                practice,
                "enrollments.csv",
                TestFiles.ENROLLMENTS
                        + "p1,ccm,1999999018,MD,staff,2025-01-02,verbal,,2025-03-10,,,,\n"
                        + "p1,ccm,1999999018,MD,staff,2025-03-12,verbal,,,,,,\n");
        assertEquals(ExitStatus.DONE, run());
        assertEquals(3, result("determinations.csv").lines().count());
        assertEquals(1, platform.asked.size());
        assertEquals(2, platform.asked.get(0).enrollments().size());
    }

    @Test
    void goesOnWithoutAWorklistWhereTwoRuleSetsClaimAProgram() throws IOException {
        platform.patient("p4");
        platform.eligibilityFails = Optional.of(new MedleyException(ErrorCode.RULES_ABSENT, "Two rule sets."));
        assertEquals(ExitStatus.DONE, run());
        assertEquals(1, result("worklist.csv").lines().count());
        assertEquals(List.of("Nobody was screened for ccm: Two rule sets."), output.notes);
    }

    @Test
    void acceptsTheRulesThatTheLauncherHandles() {
        assertEquals(ExitStatus.DONE, run("--rules", "a.jar", "--rules", "b.jar"));
    }
}
