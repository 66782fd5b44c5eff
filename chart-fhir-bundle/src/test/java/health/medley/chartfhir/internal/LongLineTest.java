package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.chart.ChartQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what is far larger than the heap, in a process of its own with a heap of 64 MB. */
class LongLineTest {

    private static final int MEGABYTES = 200;

    @TempDir
    Path directory;

    @Test
    void readsWhatStandsAroundALineOf200MegabytesInAHeapOf64() throws Exception {
        Folder folder = new Folder(directory);
        large(folder.path.resolve("1.ndjson.gz"), "", "\n", "");
        large(
                folder.path.resolve("2.json.gz"),
                "{'resourceType':'Bundle','entry':[{'resource':",
                "},{'resource':",
                "}]}");

        String told = inSmallHeap(folder.path);

        assertEquals(
                "charts 4\nchart/1.ndjson.gz:2 The line is longer than the limit of 16777216 bytes; it is left out.\n"
                        + "chart/2.json.gz:1:entry[1] The resource is longer than the limit of 16777216 bytes;"
                        + " it is left out.\n",
                told);
    }

    @Test
    void passesOver100MegabytesOfWhatNobodyNeedsInAHeapOf64() throws Exception {
        Folder folder = new Folder(directory).lines("1.ndjson", "{'resourceType':'Patient','id':'p'}");
        String text = "x".repeat(1_000);
        try (OutputStream out = fastGzip(folder.path.resolve("2.ndjson.gz"))) {
            for (int i = 0; i < 100_000; i++) {
                out.write(Folder.utf8("{'id':'observation-" + i + "-and-more','text':'" + text + "',"
                        + "'subject':{'reference':'Patient/p'},'resourceType':'Observation'}\n"));
            }
        }

        assertEquals("charts 1\n", inSmallHeap(folder.path));
    }

    private static void large(Path file, String before, String between, String after) throws IOException {
        String name = file.getFileName().toString().substring(0, 1);
        byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) 'x');
        try (OutputStream out = fastGzip(file)) {
            out.write(Folder.utf8(before + "{'resourceType':'Patient','id':'a" + name + "'}" + between));
            out.write(Folder.utf8("{'resourceType':'Patient','id':'large','text':'"));
            for (int i = 0; i < MEGABYTES; i++) {
                out.write(megabyte);
            }
            out.write(Folder.utf8("'}" + between + "{'resourceType':'Patient','id':'z" + name + "'}" + after));
        }
    }

    private static OutputStream fastGzip(Path file) throws IOException {
        return new GZIPOutputStream(Files.newOutputStream(file), 1 << 16) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        };
    }

    private static String inSmallHeap(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }

    /** What runs in the process of its own. */
    static final class Reading {

        private Reading() {}

        public static void main(String[] args) {
            Collected collected = Collected.from(ChartQuery.allOf(Path.of(args[0])));
            System.out.print("charts " + collected.charts.size() + "\n");
            collected.problems.forEach(problem -> System.out.print(problem.place() + " " + problem.problem() + "\n"));
        }
    }
}
