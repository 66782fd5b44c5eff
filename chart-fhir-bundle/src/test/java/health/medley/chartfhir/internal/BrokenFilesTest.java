package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.InputProblem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenFilesTest {

    private static final String A = "{'resourceType':'Patient','id':'a'}";
    private static final String B = "{'resourceType':'Patient','id':'b'}";

    @TempDir
    Path directory;

    @Test
    void reportsLatin1AndReadsTheOtherLines() {
        byte[] latin1 = (A + "\n{'resourceType':'Patient','id':'x','name':[{'family':'M\u00FCller'}]}\n" + B)
                .replace('\'', '"')
                .getBytes(StandardCharsets.ISO_8859_1);

        Collected collected =
                new Folder(directory).bytes("Patient.ndjson", latin1).read();

        assertEquals(List.of("a", "b"), collected.ids());
        assertEquals(List.of("chart/Patient.ndjson:2:56"), collected.places());
        assertEquals("The text is not UTF-8.", collected.problems.get(0).problem());
        assertEquals("byte 0xFC", collected.problems.get(0).value());
    }

    @Test
    void readsEmptyLinesCarriageReturnsAndAByteOrderMark() {
        Collected collected = new Folder(directory)
                .text("1.ndjson", "\uFEFF" + A + "\r\n\r\n \t\r\n" + B + "\r\n{'id':'x'}\r\n\n")
                .text("2.ndjson", "")
                .text("3.ndjson", "\n\n")
                .text("4.ndjson", "\r{'resourceType':'Patient',\r'id':'c'}\r\n{'id':'x'}")
                .read();

        assertEquals(List.of("a", "b", "c"), collected.ids());
        assertEquals(List.of("chart/1.ndjson:5:resourceType", "chart/4.ndjson:2:resourceType"), collected.places());
    }

    @Test
    void readsTheLastLineWithoutALineEnd() {
        assertEquals(
                List.of("a", "b"),
                new Folder(directory).text("1.ndjson", A + "\n" + B).read().ids());
    }

    @Test
    void keepsTheLinesBeforeTheCutInTruncatedGzip() {
        String[] lines = new String[5_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "{'resourceType':'Patient','id':'" + i * 7919L % 5_000 + "'}";
        }
        byte[] whole = Folder.gzip(Folder.utf8(String.join("\n", lines)));

        Collected collected = new Folder(directory)
                .bytes("Patient.ndjson.gz", Arrays.copyOf(whole, whole.length / 2))
                .read();

        int read = collected.charts.size();
        assertTrue(read > 1_000 && read < 4_000, "read " + read);
        assertEquals(List.of("chart/Patient.ndjson.gz:" + (read + 1)), collected.places());
        assertEquals(
                "The gzip data ends too early: the file was cut off. What stood before is read.",
                collected.problems.get(0).problem());
    }

    @Test
    void keepsTheEntriesBeforeTheCutInATruncatedBundle() {
        StringBuilder bundle = new StringBuilder("{'resourceType':'Bundle','entry':[");
        for (int i = 0; i < 5_000; i++) {
            bundle.append("{'resource':{'resourceType':'Patient','id':'")
                    .append(i * 7919L % 5_000)
                    .append("'}},");
        }
        byte[] whole = Folder.gzip(Folder.utf8(bundle.append("{}]}").toString()));

        Collected collected = new Folder(directory)
                .bytes("b.json.gz", Arrays.copyOf(whole, whole.length / 2))
                .read();

        int read = collected.charts.size();
        assertTrue(read > 1_000 && read < 4_000, "read " + read);
        assertEquals(1, collected.problems.size());
    }

    @Test
    void tellsGzipByItsFirstBytesNotByTheName() {
        Collected collected = new Folder(directory)
                .bytes("1.ndjson", Folder.gzip(Folder.utf8(A)))
                .bytes("2.ndjson.gz", Folder.utf8(B))
                .read();

        assertEquals(List.of("a", "b"), collected.ids());
        assertEquals(List.of(), collected.problems);
    }

    @Test
    void reportsDamagedAndEmptyGzipAndUtf16() {
        byte[] damaged = Folder.gzip(Folder.utf8(A));
        damaged[12] ^= 0x55;
        Collected collected = new Folder(directory)
                .bytes("1.ndjson.gz", damaged)
                .bytes("2.ndjson.gz", new byte[0])
                .bytes("3.ndjson.gz", Arrays.copyOf(damaged, 5))
                .bytes("4.ndjson", A.getBytes(StandardCharsets.UTF_16))
                .bytes("5.json", A.getBytes(StandardCharsets.UTF_16))
                .bytes("6.ndjson", Folder.utf8(B))
                .read();

        assertEquals(List.of("b"), collected.ids());
        assertEquals(
                List.of(
                        "chart/1.ndjson.gz",
                        "chart/2.ndjson.gz",
                        "chart/3.ndjson.gz",
                        "chart/4.ndjson",
                        "chart/5.json"),
                collected.problems.stream().map(InputProblem::file).toList());
    }

    @Test
    void reportsALineOverTheLimitWhereverItStands() {
        String large = "{'resourceType':'Patient','id':'x','x':'" + "x".repeat(1_000_000) + "'}";
        Folder folder = new Folder(directory).lines("1.ndjson", A, large, large, B, large);

        Collected collected = Collected.from(folder.path, 300_000);

        assertEquals(List.of("a", "b"), collected.ids());
        assertEquals(List.of("chart/1.ndjson:2", "chart/1.ndjson:3", "chart/1.ndjson:5"), collected.places());
        assertEquals(
                "The line is longer than the limit of 300000 bytes; it is left out.",
                collected.problems.get(0).problem());
    }

    @Test
    void holdsALowLimitToTheByte() {
        Folder folder = new Folder(directory).lines("1.ndjson", A, "{'resourceType':'Patient','id':'bb'}");

        assertEquals(List.of("a"), Collected.from(folder.path, A.length()).ids());
        assertEquals(
                List.of("a", "bb"), Collected.from(folder.path, A.length() + 1).ids());
        assertEquals(
                List.of("chart/1.ndjson:2"),
                Collected.from(folder.path, A.length()).places());
    }

    @Test
    void tellsAThousandProblemsOfAFileAndTheNumberOfTheRest() {
        String[] bad = new String[1_234];
        Arrays.fill(bad, "{'id':'x'}");

        Collected collected = new Folder(directory)
                .lines("1.ndjson", bad)
                .lines("2.ndjson", "[]", A)
                .read();

        assertEquals(1_002, collected.problems.size());
        assertEquals(
                "And 234 more problems in this file.",
                collected.problems.get(1_000).problem());
        assertEquals("chart/2.ndjson:1:1", collected.problems.get(1_001).place());
        assertEquals(List.of("a"), collected.ids());
    }
}
