package health.medley.cli.internal.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.InputProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvTableTest {

    private static final CsvTable TABLE = new CsvTable("t.csv", List.of("a", "b"), Optional.of(Set.of("c")), 64);

    private final Rejects rejects = new Rejects();
    private final List<String> rows = new ArrayList<>();

    private boolean read(byte[] bytes) throws IOException {
        return TABLE.read(
                        new ByteArrayInputStream(bytes),
                        rejects,
                        row -> rows.add(row.line() + " " + row.value("a") + "|" + row.value("b")))
                .isPresent();
    }

    private boolean read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsQuotesLineBreaksCrLfAndByteOrderMark() throws IOException {
        assertTrue(read("\uFEFFa,b\r\n1,\"x, \"\"y\"\"\"\r\n\r\n2,\"two\r\nlines\"\r\n3,é"));
        assertEquals(List.of("2 1|x, \"y\"", "4 2|two\nlines", "6 3|é"), rows);
        assertTrue(rejects.isEmpty());
    }

    @Test
    void readsColumnsByNameInAnyOrder() throws IOException {
        assertTrue(read("b,c,a\n1,2,3\n"));
        assertEquals(List.of("2 3|1"), rows);
    }

    @Test
    void namesAnUnknownColumnAndStillReadsTheRows() throws IOException {
        assertTrue(read("a,b,colour\n1,2,red\n"));
        InputProblem problem = TestFiles.only(rejects);
        assertEquals("t.csv:1:colour", problem.place());
        assertEquals("This column is unknown; its values are not read.", problem.problem());
        assertEquals("Remove it, or correct its name. The columns are a,b.", problem.remedy());
        assertEquals(List.of("2 1|2"), rows);
    }

    @Test
    void readsNothingWithoutARequiredColumn() throws IOException {
        assertEquals(false, read("a,c\n1,2\n"));
        assertEquals("t.csv:1:b", TestFiles.only(rejects).place());
        assertEquals(List.of(), rows);
    }

    @Test
    void refusesAColumnThatIsNamedTwice() throws IOException {
        assertEquals(false, read("a,b,a\n1,2,3\n"));
        assertEquals("t.csv:1:a", TestFiles.only(rejects).place());
    }

    @Test
    void saysThatAnEmptyFileHasNoHeader() throws IOException {
        assertEquals(false, read(""));
        assertEquals("Begin it with the line a,b.", TestFiles.only(rejects).remedy());
    }

    @Test
    void rejectsARowWithTooFewOrTooManyValues() throws IOException {
        read("a,b\n1\n1,2,3\n4,5\n");
        assertEquals(List.of("t.csv:2 [1]", "t.csv:3 [1,2,3]"), TestFiles.places(rejects));
        assertEquals(
                "This row has 1 value; the header names 2.",
                rejects.inOrder().get(0).problem());
        assertEquals(List.of("4 4|5"), rows);
    }

    @Test
    void losesOneLineOnlyToAQuoteThatIsNeverClosed() throws IOException {
        read("a,b\n1,\"x\n2,y\n3,z\n");
        InputProblem problem = TestFiles.only(rejects);
        assertEquals("t.csv:2", problem.place());
        assertEquals("A quotation mark opens on this line and is never closed.", problem.problem());
        assertEquals(List.of("3 2|y", "4 3|z"), rows);
    }

    @Test
    void losesNoGoodLineBetweenTwoStrayQuotes() throws IOException {
        read("a,b\n1,\"x\n2,y\n3,5\" tube\n4,z\n");
        assertEquals(List.of("t.csv:2 [1,\"x]", "t.csv:4 [3,5\" tube]"), TestFiles.places(rejects));
        assertEquals(List.of("3 2|y", "5 4|z"), rows);
    }

    @Test
    void namesLineAndByteOfLatin1() throws IOException {
        read("a,b\n1,Zoë\n2,y\n".getBytes(Charset.forName("ISO-8859-1")));
        InputProblem problem = TestFiles.only(rejects);
        assertEquals("t.csv:2:5", problem.place());
        assertEquals("byte 0xEB", problem.value());
        assertEquals("Save the file as UTF-8 and run again.", problem.remedy());
        assertEquals(List.of("3 2|y"), rows);
    }

    @Test
    void namesLineAndPlaceOfANulByte() throws IOException {
        read("a,b\n1,x\u0000y\n2,y\n");
        assertEquals("t.csv:2:4", TestFiles.only(rejects).place());
        assertEquals(List.of("3 2|y"), rows);
    }

    @Test
    void losesNothingInSilenceToOldMacLineEnds() throws IOException {
        assertEquals(false, read("a,b\r1,2\r"));
        InputProblem problem = rejects.inOrder().get(1);
        assertEquals("t.csv:1:4", problem.place());
        assertEquals("Save the file with LF or CRLF line ends and run again.", problem.remedy());
    }

    @Test
    void rejectsWhatFollowsAClosingQuote() throws IOException {
        read("a,b\n1,\"x\" y\n2,y\n");
        assertEquals(
                "Something follows the closing quotation mark of a value.",
                TestFiles.only(rejects).problem());
        assertEquals(List.of("3 2|y"), rows);
    }

    @Test
    void passesOverALineBeyondTheLimit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("a,b\n1,".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("x".repeat(200_000).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes("\n2,y\n".getBytes(StandardCharsets.UTF_8));
        read(bytes.toByteArray());
        InputProblem problem = TestFiles.only(rejects);
        assertEquals("t.csv:2", problem.place());
        assertEquals("200002 bytes", problem.value());
        assertEquals("This line is longer than the limit of 64 bytes.", problem.problem());
        assertEquals(List.of("3 2|y"), rows);
    }

    @Test
    void acceptsALineOfExactlyTheLimit() throws IOException {
        read("a,b\n1," + "x".repeat(62) + "\n");
        assertTrue(rejects.isEmpty());
        assertEquals(1, rows.size());
    }

    @Test
    void countsBeyondWhatItLists() {
        for (int i = 0; i < Rejects.LISTED + 5; i++) {
            rejects.add(new InputProblem("t.csv", i + 1, "", "", "Wrong.", "Mend it."));
        }
        assertEquals(Rejects.LISTED + 5, rejects.total());
        List<InputProblem> listed = rejects.inOrder();
        assertEquals("5", listed.get(listed.size() - 1).value());
    }
}
