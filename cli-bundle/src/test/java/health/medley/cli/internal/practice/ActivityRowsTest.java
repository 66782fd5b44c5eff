package health.medley.cli.internal.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.InputProblem;
import health.medley.core.chart.ChartQuery;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityRowsTest {

    private static final String GOOD =
            "a1,p1,2025-03-04T12:14:51-05:00,2025-03-04T12:21:37-05:00,rn-1,staff,call,ccm,\n";

    @TempDir
    private Path folder;

    private final Rejects rejects = new Rejects();

    private ActivityRows read(String rows) throws IOException {
        TestFiles.write(folder, "activity.csv", TestFiles.ACTIVITY + rows);
        return ActivityRows.read(folder, ChartQuery.LONGEST_LINE_BYTES, KnownPrograms.with(List.of()), rejects)
                .orElseThrow();
    }

    private InputProblem problemOf(String row) throws IOException {
        assertEquals(1, read(row + GOOD).count(), "the good row after it is read");
        return TestFiles.only(rejects);
    }

    @Test
    void readsAnEntryAsWritten() throws IOException {
        TimeEntry entry = read(GOOD).take("p1").get(0);
        assertEquals("a1", entry.id());
        assertEquals("2025-03-04T12:14:51-05:00", entry.start().toString());
        assertEquals(406, entry.end().toEpochSecond() - entry.start().toEpochSecond());
        assertEquals(TimeRole.STAFF, entry.role());
        assertTrue(rejects.isEmpty());
    }

    @Test
    void acceptsAnEntryOfNoTimeAndEndsInAnotherOffset() throws IOException {
        ActivityRows rows = read("a2,p1,2025-03-09T01:59:00-05:00,2025-03-09T03:00:00-04:00,rn-1,staff,call,ccm,\n"
                + "a3,p1,2025-03-04T12:14:51Z,2025-03-04T12:14:51Z,rn-1,clerical,other,ccm,\n");
        assertEquals(2, rows.count());
        assertTrue(rejects.isEmpty());
    }

    @Test
    void rejectsADateThatIsNone() throws IOException {
        InputProblem problem =
                problemOf("b,p1,2025-02-30T12:00:00-05:00,2025-03-04T12:21:37-05:00,rn-1,staff,call,ccm,\n");
        assertEquals("activity.csv:2:start", problem.place());
        assertEquals("2025-02-30T12:00:00-05:00", problem.value());
        assertEquals("This is not a time.", problem.problem());
    }

    @Test
    void rejectsATimeWithoutOffset() throws IOException {
        InputProblem problem = problemOf("b,p1,2025-03-04T12:00:00,2025-03-04T12:21:37-05:00,rn-1,staff,call,ccm,\n");
        assertEquals("This time has no offset from UTC.", problem.problem());
        assertEquals(
                "Write date, time and offset from UTC as in 2025-03-04T12:14:51-05:00, in whole seconds.",
                problem.remedy());
    }

    @Test
    void rejectsAFractionOfASecond() throws IOException {
        InputProblem problem =
                problemOf("b,p1,2025-03-04T12:00:00.5-05:00,2025-03-04T12:21:37-05:00,rn-1,staff,call,ccm,\n");
        assertEquals("This time has a fraction of a second.", problem.problem());
    }

    @Test
    void rejectsAnEndBeforeItsStart() throws IOException {
        InputProblem problem =
                problemOf("b,p1,2025-03-04T12:00:00-05:00,2025-03-04T12:59:59-04:00,rn-1,staff,call,ccm,\n");
        assertEquals("activity.csv:2:end", problem.place());
        assertEquals("The entry ends before it starts.", problem.problem());
    }

    @Test
    void rejectsTheSecondOfTwoRowsWithOneId() throws IOException {
        ActivityRows rows = read(GOOD + GOOD.replace("rn-1", "rn-2"));
        assertEquals("rn-1", rows.take("p1").get(0).performer());
        assertEquals("activity.csv:3:id", TestFiles.only(rejects).place());
        assertEquals("a1", TestFiles.only(rejects).value());
    }

    @Test
    void namesEveryUnknownNameOfARow() throws IOException {
        read("b,p1,2025-03-04T12:00:00-05:00,2025-03-04T12:21:37-05:00,rn-1,nurse,phone,xyz,\n");
        assertEquals(
                List.of("activity.csv:2:kind [phone]", "activity.csv:2:program [xyz]", "activity.csv:2:role [nurse]"),
                TestFiles.places(rejects));
        assertEquals(
                "Write one of staff, practitioner, clerical.",
                rejects.inOrder().get(2).remedy());
    }

    @Test
    void rejectsEmptyIdPatientAndPerformer() throws IOException {
        read(",,2025-03-04T12:00:00-05:00,2025-03-04T12:21:37-05:00,,staff,call,ccm,\n");
        assertEquals(
                List.of("activity.csv:2:id []", "activity.csv:2:patient []", "activity.csv:2:performer []"),
                TestFiles.places(rejects));
    }

    @Test
    void keepsWhatNobodyTookForTheRejects() throws IOException {
        ActivityRows rows = read(GOOD + GOOD.replace("a1,p1", "a2,p2"));
        rows.take("p1");
        assertEquals(3, rows.left().get(0).line());
    }
}
