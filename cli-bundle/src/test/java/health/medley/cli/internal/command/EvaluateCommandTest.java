package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.cli.internal.practice.TestFiles;
import health.medley.core.command.ExitStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {

    private static final String HEADER =
            "id,staff_minutes,expected_12_months,expected_status,expected_codes,expected_reason,doubtful\n";

    @TempDir
    private Path folder;

    private final FakePlatform platform = new FakePlatform();
    private final Captured output = new Captured();

    private ExitStatus evaluate(String cases, String... words) {
        TestFiles.write(folder, "cases.csv", cases);
        String[] all = new String[words.length + 2];
        all[0] = "--cases";
        all[1] = "cases.csv";
        System.arraycopy(words, 0, all, 2, words.length);
        return output.run(new EvaluateCommand(platform.ports, platform.billing()), folder, all);
    }

    @Test
    void endsWithTheCountWhereEveryCaseMatches() {
        assertEquals(ExitStatus.DONE, evaluate(HEADER + "C1,20,Y,BILL,99490x1,OK,no\nC2,19,Y,BILL,99490x1,OK,yes\n"));
        assertEquals(List.of("1 match, 0 differ, 1 doubtful"), output.lines);
    }

    @Test
    void showsEachDifferingCaseAndExitsOne() {
        assertEquals(ExitStatus.NO, evaluate(HEADER + "C1,20,Y,BILL,99490x1,OK,no\nC2,19,Y,BILL,99490x1,OK,no\n"));
        assertEquals("""
                Case  Line  Expected         Got                    Clause
                ----  ----  ---------------  ---------------------  ---------------------
                C2       3  BILL 99490x1 OK  NO_BILL TIME_BELOW_20  codes/99490.yaml#time
                1 match, 1 differ, 0 doubtful""", output.text());
    }

    @Test
    void writesTheGivenColumnsAndTheAnswers() throws IOException {
        assertEquals(
                ExitStatus.DONE, evaluate("id,note,staff_minutes\nC1,\"a, b\",20\nC2,=1,19\n", "--out", "new/out.csv"));
        assertEquals(
                "id,note,staff_minutes,status,codes,reason,clauses\n"
                        + "C1,\"a, b\",20,BILL,99490x1,OK,codes/99490.yaml#time\n"
                        + "C2,\"=1\",19,NO_BILL,,TIME_BELOW_20,codes/99490.yaml#time\n",
                Files.readString(folder.resolve("new/out.csv")));
        assertEquals("2 cases evaluated", output.last());
    }

    @Test
    void exitsThreeForARowThatCannotBeReadAndStillCountsTheRest() throws IOException {
        assertEquals(
                ExitStatus.INPUT_WRONG,
                evaluate(HEADER + "C1,x,Y,BILL,99490x1,OK,no\nC2,19\nC3,20,Y,BILL,99490x1,OK,no\n", "--out", "o.csv"));
        assertEquals(2, output.notes.size());
        assertEquals("cases.csv:2:staff_minutes: \"x\": This is not a number. Write minutes.", output.notes.get(0));
        assertEquals("1 match, 0 differ, 0 doubtful", output.last());
        assertTrue(Files.readString(folder.resolve("o.csv")).contains("C1,x,Y,BILL,99490x1,OK,no,,,,\n"));
    }

    @Test
    void printsJsonInsteadOfATable() throws IOException {
        evaluate(HEADER + "C1,20,Y,BILL,99490x1,OK,no\n", "--json");
        JsonNode json = new ObjectMapper().readTree(output.text());
        assertEquals(1, json.at("/match").asInt());
        assertEquals("99490x1", json.at("/results/0/codes/0").asText());
        assertEquals("1.0.0", json.at("/results/0/rules/version").asText());
    }

    @Test
    void exitsThreeForAFileThatIsNotThere() {
        ExitStatus status =
                output.run(new EvaluateCommand(platform.ports, platform.billing()), folder, "--cases", "nowhere.csv");
        assertEquals(ExitStatus.INPUT_WRONG, status);
        assertTrue(output.notes.get(0).contains("nowhere.csv"), output.notes.get(0));
    }

    @Test
    void exitsThreeForAFileWithoutIds() {
        assertEquals(ExitStatus.INPUT_WRONG, evaluate("staff_minutes\n20\n"));
        assertTrue(output.notes.get(0).startsWith("cases.csv:1:id"), output.notes.get(0));
    }
}
