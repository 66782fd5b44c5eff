package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.InputProblem;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenLinesTest {

    private static final String A = "{'resourceType':'Patient','id':'a'}";
    private static final String B = "{'resourceType':'Patient','id':'b'}";

    @TempDir
    Path directory;

    /** Reads a bad line between two good ones, checks that those are read, and gives the one problem. */
    private InputProblem between(String bad) {
        Collected collected =
                new Folder(directory).lines("Patient.ndjson", A, bad, B).read();
        assertEquals(List.of("a", "b"), collected.ids());
        assertEquals(1, collected.problems.size(), () -> collected.problems.toString());
        InputProblem problem = collected.problems.get(0);
        assertEquals("chart/Patient.ndjson", problem.file());
        assertEquals(2, problem.line());
        assertFalse(problem.remedy().isEmpty());
        assertFalse(problem.toString().contains("Muster"), problem::toString);
        return problem;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '"',
            value = {
                "{'resourceType':'Patient','id':'x','name':Muster} ^ 43 ^ name ^ The JSON is malformed.",
                "{'resourceType':'Patient' 'id':'x'} ^ 27 ^ resourceType ^ The JSON is malformed.",
                "{'resourceType':'Patient','id':'x' ^ 35 ^  ^ The JSON ends before the resource is complete.",
                "{'resourceType':'Patient','id':'x ^ 34 ^  ^ The JSON ends before the resource is complete.",
                "{'name':[{'family':'Muster' ^ 28 ^  ^ The JSON ends before the resource is complete.",
                "{'resourceType':'Patient','id':'x'}} ^ 36 ^  ^ Something follows the resource on its line.",
                "{'id':'x'} {'id':'Muster'} ^ 11 ^  ^ Something follows the resource on its line.",
                "[{'id':'x'}] ^ 1 ^  ^ A JSON object is expected here, something else was found.",
                "'Muster' ^ 1 ^  ^ A JSON object is expected here, something else was found.",
                "}, ^ 1 ^  ^ A JSON object is expected here, something else was found.",
                "{'id':'x'} ^ resourceType ^  ^ The resource has no resourceType.",
                "{'resourceType':5,'id':'x'} ^ resourceType ^  ^ The resource has no resourceType.",
                "{'resourceType':'Muster 5','id':'x'} ^ resourceType ^  ^ The resourceType is not a name of FHIR.",
                "{'resourceType':'Patient'} ^ id ^ Patient ^ The Patient has no id; it is left out.",
                "{'resourceType':'Patient','id':'a'} ^ id ^ Patient"
                        + " ^ A Patient with this id was read before; this one is left out."
            })
    void reportsABadLineAndReadsTheOthers(String line, String column, String value, String problem) {
        InputProblem told = between(line);

        assertEquals(problem, told.problem());
        assertEquals(column, told.column());
        assertEquals(value == null ? "" : value, told.value());
    }

    @Test
    void reportsNestingOverTheLimit() {
        String deep =
                "{'resourceType':'Patient','id':'x','extension':" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        assertEquals(
                "The JSON is nested more than 500 levels deep.", between(deep).problem());
    }

    @Test
    void reportsObjectsNestedAHundredThousandDeepThatNeverEnd() {
        InputProblem problem = between("{'x':".repeat(100_000));
        assertEquals("The JSON is nested more than 500 levels deep.", problem.problem());
        assertTrue(problem.value().startsWith("x.x.x."), problem.value());
    }

    @Test
    void reportsATextThatIsFarTooLong() {
        assertEquals(
                "A name, number or text in the JSON is far longer than FHIR allows.",
                between("{'resourceType':'Patient','id':'" + "x".repeat(100_000) + "'}")
                        .problem());
    }

    @Test
    void passesOverALongTextThatNobodyNeeds() {
        String long1 = "{'resourceType':'Patient','id':'x','text':{'div':'" + "x".repeat(1_000_000) + "'}}";
        Collected collected =
                new Folder(directory).lines("Patient.ndjson", A, long1, B).read();
        assertEquals(List.of("a", "b", "x"), collected.ids());
    }

    @Test
    void countsColumnsInCharacters() {
        InputProblem problem = between("{'resourceType':'Patient','x':'\u00E4\uD83D\uDE00','y':Muster}");
        assertEquals("40", problem.column());
    }

    @Test
    void reportsAResourceOverSeveralLines() {
        Collected collected = new Folder(directory)
                .lines("Patient.ndjson", A, "{'resourceType':'Patient',", "'id':'x'", "}", B)
                .read();

        assertEquals(List.of("a", "b"), collected.ids());
        assertEquals(
                List.of("chart/Patient.ndjson:2:27", "chart/Patient.ndjson:3:1", "chart/Patient.ndjson:4:1"),
                collected.places());
    }

    @Test
    void reportsWellFormedJsonOverTwoLines() {
        Collected collected = new Folder(directory)
                .lines("Patient.ndjson", A, "{'resourceType':'Patient','id':", "'x'}", B)
                .read();

        assertEquals(List.of("a", "b"), collected.ids());
        assertEquals(List.of("chart/Patient.ndjson:2:32", "chart/Patient.ndjson:3:1"), collected.places());
    }

    @Test
    void reportsDatesThatAreNone() {
        Collected collected = new Folder(directory)
                .lines(
                        "1.ndjson",
                        "{'resourceType':'Patient','id':'p','birthDate':'1950-02-30','deceasedDateTime':'?'}",
                        "{'resourceType':'Condition','subject':{'reference':'Patient/p'},'onsetDateTime':'5 May 2019'}",
                        "{'subject':{'reference':'Patient/p'},'period':{'start':2019},'resourceType':'Encounter'}",
                        "{'resourceType':'Condition','subject':{'reference':'Patient/p'},'onsetDateTime':null}")
                .read();

        assertEquals(
                List.of(
                        "chart/1.ndjson:1:birthDate",
                        "chart/1.ndjson:1:deceasedDateTime",
                        "chart/1.ndjson:2:onsetDateTime",
                        "chart/1.ndjson:3:period.start"),
                collected.places());
        assertEquals("9 aaa 9999", collected.problems.get(2).value());
        assertEquals(1, collected.chart("p").conditions().size());
        assertEquals(0, collected.chart("p").encounters().size());
    }

    @Test
    void passesOverBadDatesThatNobodyNeeds() {
        Collected collected = new Folder(directory)
                .lines(
                        "1.ndjson",
                        A,
                        "{'subject':{'reference':'Patient/a'},'period':{'start':'x'},'onsetDateTime':'2020','id':'1',"
                                + "'resourceType':'Condition'}",
                        "{'resourceType':'Encounter','subject':{'reference':'Patient/a'},"
                                + "'period':{'start':'2020-01-01','end':'x'}}")
                .read();

        assertEquals(List.of(), collected.problems);
        assertEquals(1, collected.chart("a").conditions().size());
        assertEquals(1, collected.chart("a").encounters().size());
    }

    @Test
    void rejectsTheSecondOfTwoResourcesWithOneId() {
        Collected collected = new Folder(directory)
                .lines("1.ndjson", A, "{'resourceType':'Condition','id':'a','subject':{'reference':'Patient/a'}}")
                .lines("2.ndjson", "{'resourceType':'Condition','id':'a','subject':{'reference':'Patient/a'}}")
                .read();

        assertEquals(List.of("chart/2.ndjson:1:id"), collected.places());
        assertEquals(1, collected.chart("a").conditions().size());
        assertEquals(1L, collected.counts.read().get("Condition"));
    }
}
