package health.medley.cli.internal.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.InputProblem;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartQuery;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.OtherCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthRowsTest {

    @TempDir
    private Path folder;

    private final Rejects rejects = new Rejects();

    private MonthRows read(String rows) throws IOException {
        TestFiles.write(folder, "month.csv", TestFiles.MONTH + rows);
        return MonthRows.read(folder, ServiceMonth.parse("2025-03"), ChartQuery.LONGEST_LINE_BYTES, rejects)
                .orElseThrow();
    }

    @Test
    void readsTheSmallListsInsideAValue() throws IOException {
        MonthStatement statement =
                read("p1,2025-03,moderate,revised,99457@P1;G0181@P2;99454,inpatient=2025-03-02/2025-03-04;esrd=Y,"
                                + "requested=99490+99439;dos=2025-03-20\n")
                        .take("p1");
        assertEquals(
                List.of(new OtherCode("99457", "P1"), new OtherCode("G0181", "P2"), new OtherCode("99454", "P1")),
                statement.otherCodes());
        assertEquals(Map.of("inpatient", "2025-03-02/2025-03-04", "esrd", "Y"), statement.patientEvents());
        assertEquals(Map.of("requested", "99490+99439", "dos", "2025-03-20"), statement.extraFacts());
        assertTrue(rejects.isEmpty());
    }

    @Test
    void readsSpacesTrailingMarksAndStaysThatLast() throws IOException {
        MonthStatement statement = read("p1,2025-03,,,\"99457@P2; G0181\",snf_part_a=2025-03-20/;,in_em=all\n")
                .take("p1");
        assertEquals(List.of(new OtherCode("99457", "P2"), new OtherCode("G0181", "P1")), statement.otherCodes());
        assertEquals(Map.of("snf_part_a", "2025-03-20/"), statement.patientEvents());
        assertTrue(rejects.isEmpty());
    }

    @Test
    void saysHowAnUnknownNameMayBeMeant() throws IOException {
        read("p1,2025-03,,,,hospise=2025-03-01,\n");
        assertEquals(
                "Remove it, or write the name as it is known: home_health, hospice.",
                TestFiles.only(rejects).remedy());
    }

    @Test
    void statesNothingForAPatientWithoutARow() throws IOException {
        assertEquals(MonthStatement.NOTHING, read("").take("p1"));
        assertEquals(MonthStatement.NOTHING, read("p1,2025-03,,,,,\n").take("p1"));
    }

    @Test
    void countsRowsOfOtherMonthsAndLooksNoFurther() throws IOException {
        MonthRows rows = read("p1,2025-02,nonsense,,,,\np1,2025-03,low,,,,\n");
        assertEquals(1, rows.ofOtherMonths());
        assertEquals(1, rows.count());
        assertTrue(rejects.isEmpty());
    }

    @Test
    void rejectsTheSecondRowOfOneMonth() throws IOException {
        MonthRows rows = read("p1,2025-03,low,,,,\np1,2025-03,high,,,,\n");
        InputProblem problem = TestFiles.only(rejects);
        assertEquals("month.csv:3:patient", problem.place());
        assertEquals("Line 2 already states this patient's month.", problem.problem());
        assertEquals("low", rows.take("p1").mdm());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "p1,March,,,,, | month | This is not a month.",
                "p1,2025-03,big,,,, | mdm | This name is unknown.",
                "p1,2025-03,,invented,,, | care_plan_action | This name is unknown.",
                "p1,2025-03,,,9949@P1,, | other_codes | \"9949@P1\" is not a code.",
                "p1,2025-03,,,99490@,, | other_codes | \"99490@\" is not a code.",
                "p1,2025-03,,,,died=2025-03-01, | patient_events | The name \"died\" is unknown.",
                "p1,2025-03,,,,death=2025-03-41, | patient_events | The value of \"death\" is not a date.",
                "p1,2025-03,,,,inpatient=2025-03-04/2025-03-02,"
                        + "|patient_events|The value of \"inpatient\" is not a stay.",
                "p1,2025-03,,,,esrd, | patient_events | \"esrd\" is not name=value.",
                "p1,2025-03,,,,,wish=99490 | extra_facts | The name \"wish\" is unknown.",
                "p1,2025-03,,,,,dos=soon | extra_facts | The value of \"dos\" is not a date.",
                "p1,2025-03,,,,,qmb=Y;qmb=N | extra_facts | The name \"qmb\" is given twice.",
                "p1,2025-03,,,,esrd=2025-03-01, | patient_events | The value of \"esrd\" is neither Y nor N.",
                "p1,2025-03,,,,snf_part_a=2025-03-04, | patient_events | The value of \"snf_part_a\" is not a stay.",
                "p1,2025-03,,,,,rpm_minutes=many|extra_facts|The value of \"rpm_minutes\" is not a number of minutes.",
                "p1,2025-03,,,,,device_days=1.5 | extra_facts | The value of \"device_days\" is not a whole number.",
                ",2025-03,,,,, | patient | This value is empty.",
            })
    void rejectsARowByColumn(String row, String column, String problem) throws IOException {
        MonthRows rows = read(row + "\np2,2025-03,,,,,\n");
        assertEquals("month.csv:2:" + column, TestFiles.only(rejects).place());
        assertEquals(problem, TestFiles.only(rejects).problem());
        assertEquals(1, rows.count(), "the good row after it is read");
    }
}
